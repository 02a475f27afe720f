import type { BuiltChart } from '../charts/context'
import { paletteColours } from '../charts/palette'
import type { Twin } from '../domain/table-twin/twin'
import type { Language } from '../domain/text'
import { csvOf } from './csv'
import { download, fileName } from './download'
import { drawingFile, type Colours, type DrawnFile } from './drawing'
import { fileTable } from './file-table'
import { pngOf } from './raster'
import type { Stamp } from './stamp'
import { workbookOf } from './workbook'

/** What of a panel is saved; a panel that is a table has no chart. */
export interface Saved {
  readonly twin: Twin
  readonly stamp: Stamp
  /** Its drawing, built when a picture is asked for. */
  readonly chart: (() => BuiltChart) | null
  /** ISO date, for the file's name. */
  readonly asOf: string
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

const drawn = ({ chart, stamp }: Saved): DrawnFile => {
  if (!chart) throw new TypeError('A panel without a chart has no picture')
  return drawingFile(chart(), stamp, lightColours())
}

const blobOf = async (kind: FileKind, saved: Saved): Promise<Blob> => {
  switch (kind) {
    case 'csv': return new Blob([csvOf(fileTable(saved.twin), saved.stamp)], { type: 'text/csv;charset=utf-8' })
    case 'xlsx': return workbookOf([{ table: fileTable(saved.twin), stamp: saved.stamp }], saved.language)
    case 'svg': return new Blob([drawn(saved).svg], { type: 'image/svg+xml' })
    default: return pngOf(drawn(saved), scales[kind])
  }
}

/** Makes a file of a panel and hands it to the browser. Rejects with RasterError where no picture can be made. */
export const saveFile = async (kind: FileKind, saved: Saved): Promise<void> => {
  const blob = await blobOf(kind, saved)
  download(blob, fileName([saved.stamp.title, saved.asOf, ...(kind === 'png2' || kind === 'png3' ? [`${scales[kind]}x`] : [])], kind.replace(/\d$/, '')))
}

/** Puts a panel's picture onto the clipboard, at twice its size. Rejects where the browser does not allow it. */
export const copyPicture = async (saved: Saved): Promise<void> => {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(drawn(saved), scales.png2) })])
}

/** Saves panels as one workbook with a sheet for each. */
export const saveWorkbook = async (panels: readonly Saved[], title: string): Promise<void> => {
  const [first] = panels
  if (!first) throw new TypeError('There is nothing to save')
  const blob = await workbookOf(panels.map(({ twin, stamp }) => ({ table: fileTable(twin), stamp })), first.language)
  download(blob, fileName([title, first.asOf], 'xlsx'))
}
