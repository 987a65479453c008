import type { Message } from '../core/message.ts'
import type { FileType } from '../facts/files/file-type.ts'

const NAMES: Readonly<Record<FileType, readonly [zh: string, en: string]>> = {
  pdf: ['PDF 文件', 'a PDF'],
  ole2: ['Office 97–2003 文件', 'an Office 97–2003 file'],
  docx: ['Word 文件（docx）', 'a Word file (docx)'],
  xlsx: ['Excel 文件（xlsx）', 'an Excel file (xlsx)'],
  pptx: ['演示文稿（pptx）', 'slides (pptx)'],
  ooxml: ['Office 文件', 'an Office file'],
  ofd: ['OFD 版式文件', 'an OFD document'],
  opendocument: ['OpenDocument 文件', 'an OpenDocument file'],
  zip: ['ZIP 压缩包', 'a ZIP archive'],
  rtf: ['RTF 文件', 'an RTF file'],
  rar: ['RAR 压缩包', 'a RAR archive'],
  '7z': ['7z 压缩包', 'a 7z archive'],
  gzip: ['gzip 压缩包', 'a gzip archive'],
  image: ['图片', 'a picture'],
  html: ['网页', 'a web page'],
  'office-html': ['Office 生成的网页', 'HTML written by an office program'],
  'mime-html': ['单一文件网页', 'a web archive'],
  xml: ['XML 文件', 'an XML file'],
  text: ['纯文本', 'plain text'],
  unknown: ['未知格式', 'something unknown'],
}

/** What a file is, in both languages, as data of a message. */
export const typeWords = (
  type: FileType | null,
): { readonly actual: string; readonly actualEnglish: string } => {
  const [actual, actualEnglish] = type === null ? ['无', 'nothing'] : NAMES[type]
  return { actual, actualEnglish }
}

const replace = {
  zh: '请重新上传该文件，并下载核对能否打开。',
  en: 'Upload the file again, then download it and see that it opens.',
}

/** What {@link brokenDownload} can say. */
export const downloadMessages = {
  dead: {
    text: {
      zh: '“{{title}}”无法下载：地址已失效（{{address}}）。',
      en: '“{{title}}” cannot be downloaded: the address is dead ({{address}}).',
    },
    remedy: { zh: '请恢复文件或删除该链接。', en: 'Bring the file back, or remove the link.' },
  },
  empty: {
    text: {
      zh: '“{{title}}”下载到的文件为空，0 字节（{{address}}）。',
      en: '“{{title}}” is an empty file of 0 bytes ({{address}}).',
    },
    remedy: replace,
  },
  cut: {
    text: {
      zh: '“{{title}}”的文件不完整，无法打开（{{address}}）。',
      en: 'The file “{{title}}” is cut short and does not open ({{address}}).',
    },
    remedy: replace,
  },
  login: {
    text: {
      zh: '下载“{{title}}”得到的是登录页面，不是文件（{{address}}）。',
      en: '“{{title}}” brings a login page instead of a file ({{address}}).',
    },
    remedy: {
      zh: '请取消下载前的登录要求，直接提供文件。',
      en: 'Ask for no login before a download; give the file itself.',
    },
  },
  'not-found': {
    text: {
      zh: '下载“{{title}}”得到的是“页面不存在”，不是文件（{{address}}）。',
      en: '“{{title}}” brings a page that says “not found” instead of a file ({{address}}).',
    },
    remedy: { zh: '请恢复文件或删除该链接。', en: 'Bring the file back, or remove the link.' },
  },
  page: {
    text: {
      zh: '“{{title}}”标明为 {{promised}} 文件，实际是网页（{{address}}）。',
      en: '“{{title}}” is called a {{promised}} file, and is a web page ({{address}}).',
    },
    remedy: replace,
  },
  'wrong-type': {
    text: {
      zh: '“{{title}}”标明为 {{promised}} 文件，实际是{{actual}}，打不开（{{address}}）。',
      en: '“{{title}}” is called a {{promised}} file, and is {{actualEnglish}}, which does not open as one ({{address}}).',
    },
    remedy: {
      zh: '请改用与文件内容相符的扩展名，或重新上传正确的文件。',
      en: 'Name the file by what it is, or upload the right one.',
    },
  },
  'none-found': {
    text: { zh: '页面上没有可核对的下载文件。', en: 'The page offers no files that could be checked.' },
    remedy: {
      zh: '如有表格下载，请确认链接可直接下载。',
      en: 'If there are forms, see that they can be downloaded.',
    },
  },
  unsettled: {
    text: { zh: '{{count}} 个下载文件均未能核对。', en: 'None of {{count}} files could be checked.' },
    remedy: { zh: '请人工抽查下载文件。', en: 'Look at some of the files by hand.' },
  },
} as const satisfies Readonly<Record<string, Message>>

/** Messages that name a fault. */
export type FaultMessage = Exclude<keyof typeof downloadMessages, 'none-found' | 'unsettled'>
