import type { Block } from './block.ts'

/** A picture, as SVG text. */
export interface Picture {
  readonly svg: string
  /** The same as PNG, for programs of text that cannot draw the other; without it they show no picture. */
  readonly png?: Uint8Array
  /** Its proportions. */
  readonly width: number
  readonly height: number
  /** What it shows, for those who cannot see it. */
  readonly alt: string
}

/** A document ready to be printed in any form. */
export interface OfficialDocument {
  /** For the file's properties and the window's title. */
  readonly title: string
  readonly blocks: readonly Block[]
  readonly pictures: Readonly<Record<string, Picture>>
  /** The instant that counts as that of its making, ISO 8601: files hold no other. */
  readonly madeAt: string
  readonly author: string
}
