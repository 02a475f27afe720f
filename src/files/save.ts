import type { BuiltChart } from '../charts/context'
import { paletteColours } from '../charts/palette'
import type { Twin } from '../domain/table-twin/twin'
import type { Language } from '../domain/text'
import { csvOf } from './csv'
import { download, fileName } from './download'
import { drawingFile, type Colours, type DrawnFile } from './drawing'
import { fileTable } from './file-table'
import { pngOf } from './raster'
import { stampOf, type Stamp, type Stamped } from './stamp'
import { workbookOf } from './workbook'

/** What of a panel is saved; a panel that is a table has no chart. */
export interface Saved {
  readonly twin: Twin
  readonly stamped: Stamped
  /** Its drawing, built when a picture is asked for. */
  readonly chart: (() => BuiltChart) | null
  readonly language: Language
}

export type FileKind = 'png1' | 'png2' | 'png3' | 'svg' | 'csv' | 'xlsx'

const scales = { png1: 1, png2: 2, png3: 3 } as const

/** A picture is always of the light looks: it is put onto white paper. */
const lightColours = (): Colours => {
  const place = document.createElement('div')
  place.dataset['theme'] = 'light'
  document.body.append(place)
  const style = getComputedStyle(place)
  const colours = Object.fromEntries(paletteColours.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
  place.remove()
  return colours
}

const stampedAs = ({ stamped, language }: Saved): Stamp => stampOf(stamped, language)

const drawn = (saved: Saved): DrawnFile => {
  const { chart } = saved
  if (!chart) throw new TypeError('A panel without a chart has no picture')
  return drawingFile(chart(), stampedAs(saved), lightColours())
}

const blobOf = async (kind: FileKind, saved: Saved): Promise<Blob> => {
  switch (kind) {
    case 'csv': return new Blob([csvOf(fileTable(saved.twin), stampedAs(saved))], { type: 'text/csv;charset=utf-8' })
    case 'xlsx': return workbookOf([{ table: fileTable(saved.twin), stamp: stampedAs(saved) }], saved.language)
    case 'svg': return new Blob([drawn(saved).svg], { type: 'image/svg+xml' })
    default: return pngOf(drawn(saved), scales[kind])
  }
}

/** Makes a file of a panel and hands it to the browser. Rejects with RasterError where no picture can be made. */
export const saveFile = async (kind: FileKind, saved: Saved): Promise<void> => {
  const blob = await blobOf(kind, saved)
  download(blob, fileName([saved.stamped.title[saved.language], saved.stamped.manifest.asOf, ...(kind === 'png2' || kind === 'png3' ? [`${scales[kind]}x`] : [])], kind.replace(/\d$/, '')))
}

/** Puts a panel's picture onto the clipboard, at twice its size. Rejects where the browser does not allow it. */
export const copyPicture = async (saved: Saved): Promise<void> => {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(drawn(saved), scales.png2) })])
}
