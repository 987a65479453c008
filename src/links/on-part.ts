/** Told where a part of a value stands. */
export type OnPart = (start: number, end: number) => void
