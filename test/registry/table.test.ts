import { describe, expect, it } from 'vitest'
import { readTable } from '../../src/registry/table.ts'

const COLUMNS = ['id', 'name', 'note'] as const
const table = (text: string) =>
  readTable(
    { name: 'x.csv', text },
    COLUMNS.map((id) => ({ id })),
  )
const rowsOf = (text: string) => table(text).rows.map((row) => [row.line, row.cells])
const placesOf = (text: string) => table(text).problems.map((one) => [one.line, one.column, one.message])

const ROW = { id: '1', name: '规划', note: 'a' }

describe('readTable accepts', () => {
  it.each([
    ['LF', 'id,name,note\n1,规划,a\n'],
    ['CRLF', 'id,name,note\r\n1,规划,a\r\n'],
    ['CR', 'id,name,note\r1,规划,a\r'],
    ['mixed line ends', 'id,name,note\r\n1,规划,a\n'],
    ['no line end at the end', 'id,name,note\n1,规划,a'],
    ['a byte order mark', '\ufeffid,name,note\n1,规划,a\n'],
    ['a byte order mark before a quote', '\ufeff"id","name","note"\n1,规划,a\n'],
    ['columns in another order', 'note,id,name\na,1,规划\n'],
    ['quoted cells', '"id","name","note"\n"1","规划","a"\n'],
    ['spaces around cells', ' id , name,note\n1 ,\u3000规划\u00a0, a\u200b\n'],
    ['empty columns at the end', 'id,name,note,,\n1,规划,a,,\n'],
    ['more empty cells than the header', 'id,name,note\n1,规划,a,,,\n'],
  ])('%s', (_name, text) => {
    expect(table(text)).toEqual({ rows: [{ line: 2, cells: ROW }], problems: [] })
  })

  it.each([
    ['a comma and a doubled quote', 'id,name,note\n1,规划,"a, ""b"""', 'a, "b"'],
    ['a line break, as a space', 'id,name,note\n1,规划,"a \n\n b"', 'a b'],
    ['a CRLF line break', 'id,name,note\r\n1,规划,"a\r\nb"', 'a b'],
    ['an apostrophe that guards a formula', `id,name,note\n1,规划,'=1+1`, '=1+1'],
    ['any other apostrophe', `id,name,note\n1,规划,'a`, `'a`],
  ])('in a cell %s', (_name, text, note) => {
    expect(rowsOf(text)).toEqual([[2, { ...ROW, note }]])
  })

  it('rows whose lines are counted as an editor counts them', () => {
    const text = 'id,name,note\r\n1,a,"x\r\ny\r\nz"\r\n\r\n,,\r\n2,b,\r\n3,"\r\nc",'
    expect(rowsOf(text).map(([line]) => line)).toEqual([2, 7, 8])
  })
})

describe('readTable refuses', () => {
  it.each([
    ['an empty file', '', 1, undefined, 'the file is empty; expected the header id,name,note'],
    ['a file of empty rows', '\ufeff\n,,\n', 1, undefined, 'the file is empty'],
    ['a missing column', 'id,name\n1,a\n', 1, 'note', 'this column is missing'],
    ['an unknown column', 'id,name,note,Notes\n', 1, 'Notes', 'unknown column'],
    ['a doubled column', 'id,name,note,name\n', 1, 'name', 'stands twice'],
    ['semicolons', 'id;name;note\n1;a;b\n', 1, undefined, 'must be separated by commas'],
    ['tabs', 'id\tname\tnote\n', 1, undefined, 'must be separated by commas'],
    ['full-width commas', 'id，name，note\n', 1, undefined, 'must be separated by commas'],
    ['too few cells', 'id,name,note\n1,a,b\n2,a\n', 3, undefined, 'expected 3 cells, found 2'],
    ['too many cells', 'id,name,note\n\n1,a,b,c\n', 3, undefined, 'expected 3 cells, found 4'],
    [
      'an unclosed quote',
      'id,name,note\n1,a,b\n2,"a,b\n3,a,b\n',
      3,
      undefined,
      'a quoted cell is not closed',
    ],
    ['a quote inside a cell', 'id,name,note\n1,a"b",c\n', 2, undefined, 'a " stands inside a cell'],
    ['text behind a quote', 'id,name,note\n1,"a"b,c\n', 2, undefined, 'text follows a closing "'],
  ])('%s', (_name, text, line, column, words) => {
    expect(placesOf(text)).toEqual([[line, column, expect.stringContaining(words)]])
  })

  it('every fault of the header at once, and reads nothing under it', () => {
    expect(placesOf('id,id,nam\n1,2,3\n').map(([, column]) => column)).toEqual(['name', 'note', 'nam', 'id'])
    expect(rowsOf('id,id,nam\n1,2,3\n')).toEqual([])
  })

  it('only the rows that are wrong, and what follows a broken quote', () => {
    expect(rowsOf('id,name,note\n1,a\n2,b,c\n3,"b,c\n4,b,c\n').map(([line]) => line)).toEqual([3])
  })
})
