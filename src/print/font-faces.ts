import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where a page finds the fonts: a host that does not exist, answered from disk. */
export const FONT_ORIGIN = 'http://fonts.invalid'

interface Face {
  readonly family: string
  /** The package that holds it (all under the SIL Open Font License 1.1). */
  readonly font: string
  readonly weight: number
  /** As the page asks for it. */
  readonly shownAs: 'normal' | 'bold'
  /** One file with the characters that are used most; what it lacks comes from the slices of the package's style sheet. */
  readonly file: string
  readonly sliced: boolean
}

const serif = (family: string, weight: number, shownAs: Face['shownAs']): Face => ({
  family,
  font: 'noto-serif-sc',
  weight,
  shownAs,
  file: `noto-serif-sc-chinese-simplified-${weight}-normal.woff2`,
  sliced: true,
})

const sans = (weight: number, shownAs: Face['shownAs']): Face => ({
  family: 'Print Hei',
  font: 'noto-sans-sc',
  weight,
  shownAs,
  file: `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
  sliced: true,
})

/** The four faces of an official document, and the text face of its page numbers. */
const FACES: readonly Face[] = [
  serif('Print Biaosong', 700, 'normal'),
  serif('Print Biaosong', 700, 'bold'),
  serif('Print Fangsong', 400, 'normal'),
  serif('Print Fangsong', 700, 'bold'),
  serif('Print Song', 400, 'normal'),
  sans(500, 'normal'),
  sans(700, 'bold'),
  {
    family: 'Print Kai',
    font: 'lxgw-wenkai',
    weight: 500,
    shownAs: 'normal',
    file: 'lxgw-wenkai-latin-500-normal.woff2',
    sliced: false,
  },
]

/** Every word in these fonts and in no other, whatever the machine has: the same file everywhere. */
const ONLY_OURS = `:root{--biaosong:"Print Biaosong","Print Kai"!important;--fangsong:"Print Fangsong","Print Kai"!important;--kaiti:"Print Kai","Print Fangsong"!important;--heiti:"Print Hei","Print Kai"!important;--songti:"Print Song","Print Kai"!important}
svg,svg *{font-family:"Print Hei","Print Kai"!important}`

const require = createRequire(import.meta.url)

const folderOf = (font: string): string => dirname(require.resolve(`@fontsource/${font}/package.json`))

const face = ({ family, shownAs }: Face, source: string, range = ''): string =>
  `@font-face{font-family:"${family}";font-weight:${shownAs};src:url(${FONT_ORIGIN}/${source}) format("woff2");${range}}`

const SLICE = /src: url\(\.\/files\/([\w.-]+\.woff2)\)[^;]*;\s*(unicode-range: [^;]+;)/g

async function facesOf(one: Face): Promise<string> {
  const slices = one.sliced ? await readFile(join(folderOf(one.font), `${one.weight}.css`), 'utf8') : ''
  const faces = [...slices.matchAll(SLICE)].map(([, file = '', range = '']) =>
    face(one, `${one.font}/${file}`, range),
  )
  return [...faces, face(one, `${one.font}/${one.file}`)].join('\n')
}

/** The style sheet of the fonts. A page fetches only what its words need. */
export async function fontStyles(): Promise<string> {
  return `${(await Promise.all(FACES.map(facesOf))).join('\n')}\n${ONLY_OURS}`
}

/** The bytes of a font that a page asks for; null for any other address. */
export async function fontAt(address: string): Promise<Buffer | null> {
  const { origin, pathname } = new URL(address)
  const [, font = '', file = ''] = /^\/([\w-]+)\/([\w.-]+\.woff2)$/.exec(pathname) ?? []
  if (origin !== FONT_ORIGIN || !FACES.some((one) => one.font === font)) return null
  return readFile(join(folderOf(font), 'files', file))
}
