/** What a link must lead to: the requests that a browser would make, or what must be reported of it. */
export interface LinkCase {
  readonly name: string
  /** The page's body; `charset` other than UTF-8 says how it is sent. */
  readonly html: string
  readonly charset?: 'gbk'
  /** The whole page as it is sent, where its bytes matter, and its Content-Type. */
  readonly page?: Uint8Array
  readonly type?: string
  /** Paths with queries, as they must stand in the request line; none for what must not be asked. */
  readonly asks: readonly string[]
  /** What must be reported, by path; nothing is reported of what is alive. */
  readonly reports?: Readonly<Record<string, string>>
}

/** A case of a page in UTF-8, of which nothing is reported. */
export type Row = readonly [name: string, html: string, ...asks: string[]]

/** Rows as cases. */
export const plain = (rows: readonly Row[]): readonly LinkCase[] =>
  rows.map(([name, html, ...asks]) => ({ name, html, asks }))
