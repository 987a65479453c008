/** Some words of one look. */
export interface Span {
  readonly text: string
  readonly strong: boolean
}

/** Words on one line or, with `\n` in them, on several. */
export type Words = readonly Span[]

/** A column of a table: its share of the width, and where its words stand. */
export interface Column {
  readonly title: Words
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

/** One part of an official document (GB/T 9704-2012), whatever it is printed as. */
export type Block =
  | { readonly kind: 'issuer'; readonly words: Words }
  | { readonly kind: 'number'; readonly words: Words }
  | { readonly kind: 'title'; readonly words: Words }
  | { readonly kind: 'addressee'; readonly words: Words }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: Words }
  | { readonly kind: 'paragraph'; readonly words: Words }
  | { readonly kind: 'plain'; readonly words: Words }
  | { readonly kind: 'attachments'; readonly titles: readonly Words[] }
  | { readonly kind: 'signature'; readonly office: Words; readonly day: Words }
  | { readonly kind: 'attachment'; readonly label: string; readonly words: Words }
  | {
      readonly kind: 'table'
      /** In 五号, for long lists. */
      readonly small: boolean
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Words[])[]
    }
  | {
      readonly kind: 'form'
      /** In 五号. */
      readonly small: boolean
      readonly widths: readonly number[]
      readonly rows: readonly (readonly Words[])[]
    }
  | { readonly kind: 'picture'; readonly name: string; readonly words: Words }
  | { readonly kind: 'pagebreak' }
  | { readonly kind: 'imprint'; readonly copyTo: Words; readonly office: Words; readonly day: Words }

/** The words without their look. */
export const plainWords = (words: Words): string => words.map((span) => span.text).join('')
