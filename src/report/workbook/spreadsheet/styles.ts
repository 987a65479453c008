/** Numbers of the cell styles in {@link STYLES}. Every text is formatted as text, so that no spreadsheet reads it anew. */
export const STYLE = { plain: 0, heading: 1, headingToFill: 2, text: 3, link: 4, number: 5 } as const

const FONT = '<name val="等线"/><family val="2"/><charset val="134"/>'
const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`
const TOP = '<alignment vertical="top" wrapText="1"/>'
const MIDDLE = '<alignment vertical="center" wrapText="1"/>'
const style = (font: number, background: number, border: number, alignment: string, format = 49): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${background}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`

/** The part xl/styles.xml. */
export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="3"><font><sz val="11"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font><font><u/><sz val="11"/><color rgb="FF0B4A8F"/>${FONT}</font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('F5F4F1')}${fill('FFF2CC')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"><color rgb="FF1D1D1F"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${style(1, 2, 1, MIDDLE)}${style(1, 3, 1, MIDDLE)}${style(0, 0, 0, TOP)}${style(2, 0, 0, TOP)}${style(0, 0, 0, TOP, 0)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
