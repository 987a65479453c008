/** A way to spoil a page; `chance` gives whole numbers from 0 to below its argument. */
export type Mutation = (bytes: Uint8Array, chance: (limit: number) => number) => Uint8Array

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts)

const insertedAt = (bytes: Uint8Array, at: number, part: Uint8Array): Uint8Array =>
  joined(bytes.subarray(0, at), part, bytes.subarray(at))

const inserted = (bytes: Uint8Array, chance: (limit: number) => number, part: Uint8Array): Uint8Array =>
  insertedAt(bytes, chance(bytes.length + 1), part)

const attributes = (count: number): string =>
  Array.from({ length: count }, (_, at) => `a${at}="${at}"`).join(' ')

/** Ways in which pages come broken, huge or hostile, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncated: (bytes, chance) => bytes.subarray(0, chance(bytes.length + 1)),
  'without a beginning': (bytes, chance) => bytes.subarray(chance(bytes.length + 1)),
  doubled: (bytes) => joined(bytes, bytes),
  reversed: (bytes) => Uint8Array.from(bytes).reverse(),
  'another charset in its meta element': (bytes, chance) =>
    joined(text(`<meta charset="${['gb2312', 'utf-16', 'big5', 'nonsense', ''][chance(5)]}">`), bytes),
  'as UTF-16': (bytes) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'utf16le'),
  'a byte order mark that lies': (bytes) => joined(Uint8Array.of(0xfe, 0xff), bytes),
  'NUL bytes': (bytes, chance) => inserted(bytes, chance, new Uint8Array(1 + chance(2000))),
  'random bytes': (bytes, chance) =>
    inserted(
      bytes,
      chance,
      Uint8Array.from({ length: 500 }, () => chance(256)),
    ),
  'flipped bytes': (bytes, chance) => {
    const copy = Uint8Array.from(bytes)
    for (let at = 0; at < 50 && copy.length > 0; at += 1) copy[chance(copy.length)] = chance(256)
    return copy
  },
  'nested 10,000 deep': (bytes, chance) =>
    joined(text(`<${['div', 'table', 'b', 'form', 'ul'][chance(5)]}>`.repeat(10_000)), bytes),
  'nested in the middle': (bytes, chance) => inserted(bytes, chance, text('<span>'.repeat(10_000))),
  'closed too often': (bytes, chance) => inserted(bytes, chance, text('</div></p></form>'.repeat(3_000))),
  'an attribute bomb': (bytes, chance) => inserted(bytes, chance, text(`<p ${attributes(5_000)}>`)),
  'one endless attribute': (bytes, chance) =>
    inserted(bytes, chance, text(`<a href="${'x'.repeat(100_000)}">`)),
  'an open quote': (bytes, chance) => inserted(bytes, chance, text('<a href="')),
  'an open comment': (bytes, chance) => inserted(bytes, chance, text('<!--')),
  'an open script': (bytes, chance) => inserted(bytes, chance, text('<script>')),
  'open CDATA': (bytes, chance) => inserted(bytes, chance, text('<datastore><record><![CDATA[')),
  'many forms': (bytes, chance) => inserted(bytes, chance, text('<form><input type=password>'.repeat(1_500))),
  'many links': (bytes, chance) =>
    inserted(bytes, chance, text('<a href="/a/1.html">关于一件事的通知</a> 2026-11-01 '.repeat(2_000))),
  'many dates': (bytes, chance) => inserted(bytes, chance, text('2026-11-01 2026年1月1日 '.repeat(5_000))),
  'one endless word': (bytes, chance) => inserted(bytes, chance, text('不'.repeat(50_000))),
  'one endless number': (bytes, chance) => inserted(bytes, chance, text('2026-'.repeat(20_000))),
  'white space': (bytes, chance) => inserted(bytes, chance, text(' \n\t'.repeat(30_000))),
  'entities without end': (bytes, chance) => inserted(bytes, chance, text('&amp;'.repeat(20_000))),
  'brackets without end': (bytes, chance) => inserted(bytes, chance, text('<'.repeat(30_000))),
  'JSON without end': (bytes, chance) =>
    inserted(bytes, chance, text(`<script type="application/ld+json">${'{"a":['.repeat(5_000)}</script>`)),
}
