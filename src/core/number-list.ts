type Cells = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** A list of numbers, all 0 at first, that grows as it is written. */
export interface NumberList {
  get(at: number): number
  set(at: number, value: number): void
}

const FIRST_LENGTH = 1024

/** An empty list of cells of this kind. */
export function numberList(kind: new (length: number) => Cells): NumberList {
  let cells = new kind(FIRST_LENGTH)
  return {
    get: (at) => cells[at] ?? 0,
    set: (at, value) => {
      if (at >= cells.length) {
        const larger = new kind(Math.max(at + 1, cells.length * 2))
        larger.set(cells)
        cells = larger
      }
      cells[at] = value
    },
  }
}
