export const WALL_WEIGHTS = ''
