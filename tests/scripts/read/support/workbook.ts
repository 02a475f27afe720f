import { zip } from './zip'
import type { ZipPart } from './zip'

export interface RawSheet {
  readonly name: string
  /** The XML of `<sheetData>`'s rows. */
  readonly rows: string
  readonly merges?: readonly string[]
  readonly dimension?: string
  readonly state?: 'hidden' | 'veryHidden'
}

/** Cell styles of the workbooks made here, by index: general, date, date and time, time, 2024年3月5日, two decimals. */
export const styles = { general: 0, date: 1, datetime: 2, time: 3, chinese: 4, decimals: 5 } as const

const stylesXml = `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy/m/d\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="2"/></cellXfs></styleSheet>`

/** The parts of a workbook, so that a test may change one before zipping. */
export function workbookParts(sheets: readonly RawSheet[], date1904 = false): ZipPart[] {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const link = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const each = (make: (sheet: RawSheet, i: number) => string) => sheets.map(make).join('')
  return [
    { name: '[Content_Types].xml', content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>` },
    { name: '_rels/.rels', content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${link}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    { name: 'xl/workbook.xml', content: `<?xml version="1.0" encoding="UTF-8"?><workbook ${main}><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${each((sheet, i) => `<sheet name="${sheet.name}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${i + 1}"/>`)}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((_, i) => `<Relationship Id="rId${i + 1}" Type="${link}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)}<Relationship Id="rIdS" Type="${link}/styles" Target="styles.xml"/></Relationships>` },
    { name: 'xl/styles.xml', content: stylesXml },
    ...sheets.map((sheet, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}><dimension ref="${sheet.dimension ?? 'A1'}"/><sheetData>${sheet.rows}</sheetData>${sheet.merges ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`,
    })),
  ]
}

export const workbook = (sheets: readonly RawSheet[], date1904 = false): Buffer => zip(workbookParts(sheets, date1904))

export const text = (ref: string, value: string): string => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`
export const number = (ref: string, value: number, style = 0): string => `<c r="${ref}" s="${style}"><v>${value}</v></c>`
export const row = (index: number, ...cells: string[]): string => `<row r="${index}">${cells.join('')}</row>`
