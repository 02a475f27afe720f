import type { Browser } from 'playwright-core'
import { dashboards } from '../../../src/domain/dashboards/index'
import type { Manifest } from '../../../src/domain/manifest'
import { mayShow } from '../../../src/domain/navigation'
import { serve } from '../tooling/server.mjs'
import { filterPage, memoryUnderFilters, type Memory } from './filters'
import { engineFloor, loadFloor, loadProduct, type Line, type Loaded } from './load'
import type { Site } from './site'
import { spreadOf, type Spread } from './statistics'

/** Figures of one size over one line; milliseconds and bytes. */
export interface LoadFigures {
  readonly floor: Spread
  readonly numbers: Spread
  /** Median of the product over the median of the floor. */
  readonly ratio: number
  readonly warmFloor: Spread
  readonly warm: Spread
  readonly warmRatio: number
  readonly taken: Spread
  /** Longest task from the first numbers until filters are answered, of each visit. */
  readonly longest: Spread
  readonly knows: Spread
  readonly firstFilter: Spread
  readonly engine: Spread
  /** The engine on a page that does nothing else. */
  readonly engineFloor: Spread
  readonly bytes: { readonly floor: number; readonly numbers: number; readonly knows: number; readonly engine: number | null }
  readonly requests: number
}

export interface FilterFigures {
  readonly drawn: Spread
  /** The same where the reader pointed at the choice before, as a mouse and the keyboard do. */
  readonly considered: Spread
  readonly again: Spread
  readonly byPage: Readonly<Record<string, Spread>>
}

export interface SizeFigures {
  readonly load: LoadFigures
  readonly slow: LoadFigures
  readonly filters: FilterFigures
  readonly memory: Memory
}

export interface Counts {
  /** Visits of each kind, product and floor in turn. */
  readonly pairs: number
  /** Visits that wait for the engine. */
  readonly engines: number
  /** Filters changed for the figures of memory. */
  readonly changes: number
}

export const slowLine: Line = { megabits: 10, latency: 40 }

const middle = (values: readonly number[]): number => spreadOf(values).p50
const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)

const longestOf = ({ marks }: Loaded): number =>
  Math.max(0, ...marks.tasks.filter(({ at }) => at >= (marks.numbers ?? 0) && at <= (marks.knows ?? Infinity)).map(({ long }) => long))

const manifestAt = async (url: string): Promise<Manifest> => {
  const { extracts } = await (await fetch(`${url}extracts/index.json`)).json() as { extracts: { id: string }[] }
  return (await fetch(`${url}extracts/${extracts[0]?.id ?? ''}/manifest.json`)).json() as Promise<Manifest>
}

interface Urls {
  readonly product: string
  readonly floor: string
}

const measureLoads = async (browser: Browser, urls: Urls, line: Line | null, { pairs, engines }: Counts): Promise<LoadFigures> => {
  const manifest = await manifestAt(urls.product)
  const [floors, visits, bare]: [{ numbers: number; warm: number; bytes: number }[], Loaded[], number[]] = [[], [], []]
  // One of each that does not count: the first start of anything reads the disk.
  await loadFloor(browser, urls.floor, line)
  await loadProduct(browser, urls.product, { line, manifest, engine: false })
  for (let i = 0; i < pairs; i += 1) {
    floors.push(await loadFloor(browser, urls.floor, line))
    visits.push(await loadProduct(browser, urls.product, { line, manifest, engine: i < engines }))
    if (i < engines) bare.push(await engineFloor(browser, urls.floor, line))
  }
  const marks = (name: 'numbers' | 'taken' | 'knows' | 'engine') => spreadOf(known(visits.map((visit) => visit.marks[name])))
  const [floor, warmFloor, numbers, warm] = [spreadOf(floors.map((one) => one.numbers)), spreadOf(floors.map((one) => one.warm)), marks('numbers'), spreadOf(visits.map((visit) => visit.warm))]
  const byEngine = known(visits.map(({ bytes }) => bytes.engine))
  return {
    floor, numbers, ratio: numbers.p50 / floor.p50, warmFloor, warm, warmRatio: warm.p50 / warmFloor.p50,
    taken: marks('taken'), longest: spreadOf(visits.map(longestOf)), knows: marks('knows'), firstFilter: spreadOf(visits.map(({ firstFilter }) => firstFilter)), engine: marks('engine'), engineFloor: spreadOf(bare),
    bytes: { floor: middle(floors.map(({ bytes }) => bytes)), numbers: middle(visits.map(({ bytes }) => bytes.numbers)), knows: middle(visits.map(({ bytes }) => bytes.knows)), engine: byEngine.length > 0 ? middle(byEngine) : null },
    requests: middle(visits.map(({ requests }) => requests)),
  }
}

const measureFilters = async (browser: Browser, url: string): Promise<FilterFigures> => {
  const manifest = await manifestAt(url)
  const byPage: Record<string, Spread> = {}
  const [all, considered, again]: [number[], number[], number[]] = [[], [], []]
  for (const { id } of dashboards.filter((one) => mayShow(one.id, manifest))) {
    const found = await filterPage(browser, url, id, manifest, false)
    considered.push(...(await filterPage(browser, url, id, manifest, true)).runs.map(({ drawn }) => drawn))
    byPage[id] = spreadOf(found.runs.map(({ drawn }) => drawn))
    all.push(...found.runs.map(({ drawn }) => drawn))
    again.push(...found.again)
  }
  return { drawn: spreadOf(all), considered: spreadOf(considered), again: spreadOf(again), byPage }
}

/** Everything that is measured of one extract. */
export const measureSize = async (browser: Browser, site: Site, counts: Counts, say: (line: string) => void): Promise<SizeFigures> => {
  const [product, floor] = [await serve({ root: site.product, port: 0 }), await serve({ root: site.floor, port: 0 })]
  try {
    const urls = { product: product.url, floor: floor.url }
    say('load')
    const load = await measureLoads(browser, urls, null, counts)
    say('load over 10 Mbit/s')
    const slow = await measureLoads(browser, urls, slowLine, { ...counts, engines: Math.min(1, counts.engines) })
    say('filters')
    const filters = await measureFilters(browser, urls.product)
    say('memory')
    const memory = await memoryUnderFilters(browser, urls.product, await manifestAt(urls.product), counts.changes)
    return { load, slow, filters, memory }
  } finally {
    await product.close()
    await floor.close()
  }
}
