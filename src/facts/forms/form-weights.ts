export const FORM_WEIGHTS = ''
