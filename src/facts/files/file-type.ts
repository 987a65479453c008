import { zipNames } from './zip-names.ts'

/**
 * What a file is by its first bytes, whatever it is called. `ole2`: doc, xls, ppt, wps and what is locked with a password;
 * `ooxml`: docx, xlsx or pptx, not known which; `office-html`: HTML that an office program wrote and opens again.
 */
export type FileType =
  | 'pdf'
  | 'ole2'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'ooxml'
  | 'ofd'
  | 'opendocument'
  | 'zip'
  | 'rtf'
  | 'rar'
  | '7z'
  | 'gzip'
  | 'image'
  | 'html'
  | 'office-html'
  | 'mime-html'
  | 'xml'
  | 'text'
  | 'unknown'

const SIGNATURES: readonly (readonly [FileType, readonly number[]])[] = [
  ['ole2', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** A PDF's header may stand anywhere in so many bytes (ISO 32000-1, annex H.3.4.1). */
const PDF_WITHIN = 1024
const LOOKED_AT = 8192

const HTML =
  /^(?:<!--[\s\S]*?-->|<\?xml[^>]*\?>|\s)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|form|script|style|center|font|p|h\d)\b/i
const OFFICE = /urn:schemas-microsoft-com:office|<meta[^>]+progid|microsoft\s+(?:word|excel)|\bmso-[a-z]/i

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

function zipType(bytes: Uint8Array): FileType {
  const names = zipNames(bytes)
  const has = (form: RegExp): boolean => names.some((name) => form.test(name))
  if (has(/^OFD\.xml$/i)) return 'ofd'
  if (names[0] === 'mimetype') return 'opendocument'
  if (has(/^word\//)) return 'docx'
  if (has(/^xl\//)) return 'xlsx'
  if (has(/^ppt\//)) return 'pptx'
  return has(/^(?:\[Content_Types\]\.xml|_rels\/)/) ? 'ooxml' : 'zip'
}

const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)

function textType(bytes: Uint8Array): FileType {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = new TextDecoder(wide ? 'utf-16le' : 'latin1').decode(bytes.subarray(0, LOOKED_AT))
  const opening = text.replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)/, '')
  if (HTML.test(opening)) return OFFICE.test(opening) ? 'office-html' : 'html'
  if (/^\s*<\?(?:xml|mso-application)\b/.test(opening)) return 'xml'
  if (/^(?:MIME-Version|From|Content-Type):/im.test(opening) && /^MIME-Version:/im.test(opening))
    return 'mime-html'
  return wide || !bytes.subarray(0, LOOKED_AT).some(isControl) ? 'text' : 'unknown'
}

/** Tells what a file is from its first bytes; at least one byte is needed. */
export function fileTypeOf(bytes: Uint8Array): FileType {
  const known = SIGNATURES.find(([, signature]) => startsWith(bytes, signature))
  if (known !== undefined) return known[0]
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipType(bytes)
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, PDF_WITHIN))
  if (opening.includes('%PDF-')) return 'pdf'
  if (/^BM[\s\S]{4}\0{4}/.test(opening) || /^RIFF[\s\S]{4}WEBP/.test(opening)) return 'image'
  return textType(bytes)
}
