import { describe, expect, it } from 'vitest'
import { docx, ole2, soundFile, zip } from '../../../fixtures/city/files.ts'
import { fileHeadOf } from '../../../src/facts/files/file-head.ts'
import { fileTypeOf } from '../../../src/facts/files/file-type.ts'
import { keepsPromise, promiseOf } from '../../../src/facts/files/promise.ts'
import { address } from '../../support/check-cases.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a file by its first bytes', () => {
  it.each([
    ['pdf', soundFile('pdf').body],
    ['pdf', bytes(`\r\n\r\n%PDF-1.7\n`)],
    ['ole2', ole2()],
    ['docx', docx()],
    ['xlsx', zip(['[Content_Types].xml', 'xl/workbook.xml'])],
    ['pptx', zip(['ppt/presentation.xml'])],
    ['ooxml', zip(['[Content_Types].xml', 'docProps/app.xml'])],
    ['ofd', zip(['OFD.xml', 'Doc_0/Document.xml'])],
    ['opendocument', zip(['mimetype', 'content.xml'])],
    ['zip', zip(['a.doc'])],
    ['rtf', bytes('{\\rtf1\\ansi')],
    ['rar', Buffer.from('526172211a070100', 'hex')],
    ['7z', Buffer.from('377abcaf271c0004', 'hex')],
    ['image', Buffer.from('ffd8ffe000104a46', 'hex')],
    ['html', bytes('\ufeff \n<!DOCTYPE html><html>')],
    ['html', bytes('<!-- a --><table><tr>')],
    ['office-html', bytes('<html xmlns:x="urn:schemas-microsoft-com:office:excel">')],
    ['mime-html', bytes('MIME-Version: 1.0\nContent-Type: multipart/related')],
    ['xml', bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>')],
    ['text', bytes('姓名,住址\n')],
    ['unknown', Uint8Array.of(1, 2, 3, 0, 0)],
  ])('%s', (type, body) => {
    expect(fileTypeOf(body)).toBe(type)
  })

  it.each([
    ['a docx without its directory', docx(false), false, true],
    ['a docx of which we kept the beginning', docx(false), true, false],
    ['a compound file shorter than one can be', ole2().subarray(0, 900), false, true],
    ['a pdf that breaks off', bytes('%PDF-1.4\n1 0 obj'), false, true],
    ['a whole pdf', soundFile('pdf').body, false, false],
  ])('%s: cut or not', (_what, body, truncated, isCut) => {
    expect(fileHeadOf(body, truncated).isCut).toBe(isCut)
  })
})

describe('what a link promises', () => {
  it.each([
    ['http://a.example/f/form.doc', '表', 'doc'],
    ['http://a.example/down.jsp?file=a.PDF&x=1', '表', 'pdf'],
    ['http://a.example/downloadFile.jsp?id=1', '申请表', null],
    ['http://a.example/attachment/get?id=1', '附件1', null],
  ])('%s is a file', (href, text, ending) => {
    expect(promiseOf(address(href), text)?.ending).toBe(ending)
  })

  it.each([
    ['http://a.example/download/index.html', '表格'],
    ['http://a.example/info/1.htm', '申请表下载'],
    ['http://a.example/down/1', '返回'],
  ])('%s “%s” is a page', (href, text) => {
    expect(promiseOf(address(href), text)).toBeNull()
  })

  it.each([
    ['doc', 'docx', true],
    ['docx', 'ole2', true],
    ['wps', 'ole2', true],
    ['xls', 'text', true],
    ['doc', 'pdf', false],
    ['doc', 'image', false],
    ['doc', 'xlsx', false],
    ['pdf', 'ole2', false],
    ['rar', 'zip', true],
    ['zip', 'image', false],
  ] as const)('%s that is %s', (ending, type, keeps) => {
    const promise = promiseOf(address(`http://a.example/f.${ending}`), '')
    expect(promise !== null && keepsPromise(promise, type)).toBe(keeps)
  })
})
