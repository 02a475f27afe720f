import type { Bilingual, Language } from '../domain/text'

/** What the supervisor may do about it: try the other wasm bundle, start again, or nothing. */
type Remedy = 'other_bundle' | 'restart' | 'none'

interface Entry {
  readonly why: Bilingual
  readonly todo: Bilingual
  readonly remedy: Remedy
}

const reload: Bilingual = { zh: '请刷新页面重试。', en: 'Reload the page.' }
const rebuild: Bilingual = { zh: '请联系数据管理员重新生成并发布数据包。', en: 'Ask the data steward to make and publish the extract again.' }
const readOn: Bilingual = {
  zh: '页面上已有的数字仍可阅读；如需筛选，请换用较新的浏览器。',
  en: 'The numbers on the page remain valid; use a newer browser to filter them.',
}

/** Braces hold what the error names: {file}, {path}, {detail}. */
export const engineErrors = {
  network: { why: { zh: '无法取得 {file}。', en: '{file} could not be fetched.' }, todo: { zh: '请检查网络后重试。', en: 'Check the network and try again.' }, remedy: 'restart' },
  not_found: { why: { zh: '服务器上没有 {file}（{detail}）。', en: 'The server has no {file} ({detail}).' }, todo: rebuild, remedy: 'none' },
  no_extract: {
    why: { zh: '本网站没有名为“{file}”的数据包；现有：{detail}。', en: 'This site has no extract called "{file}"; it has: {detail}.' },
    todo: { zh: '请核对网址中的 extract=，或去掉它，打开默认数据包。', en: 'Check extract= in the address, or leave it out for the default extract.' }, remedy: 'none',
  },
  part_missing: {
    why: { zh: '网页的一部分没有取到。', en: 'A part of this page could not be fetched.' },
    todo: { zh: '请检查网络，然后刷新页面。', en: 'Check the network, then reload the page.' }, remedy: 'none',
  },
  not_json: { why: { zh: '{file} 不是有效的 JSON。', en: '{file} is not valid JSON.' }, todo: rebuild, remedy: 'none' },
  shape: { why: { zh: '{file} 的 {path} 有误：应为{detail}。', en: '{file} is wrong at {path}: expected {detail}.' }, todo: rebuild, remedy: 'none' },
  newer_schema: {
    why: { zh: '{file} 由更新版本的程序生成（格式 {detail}）。', en: '{file} was made by a newer version of the program (schema {detail}).' },
    todo: { zh: '请更新本网站程序，或用本版本重新生成数据包。', en: 'Update this site, or make the extract with this version.' }, remedy: 'none',
  },
  other_extract: { why: { zh: '{file} 与数据包内容不一致。', en: '{file} belongs to another extract.' }, todo: rebuild, remedy: 'none' },
  fact_size: { why: { zh: '{file} 的大小与清单不符：{detail}。', en: '{file} has not the size the manifest says: {detail}.' }, todo: rebuild, remedy: 'none' },
  fact_hash: { why: { zh: '{file} 的校验值与清单不符。', en: '{file} has not the hash the manifest says.' }, todo: rebuild, remedy: 'none' },
  fact_rows: { why: { zh: '{file} 的行数与清单不符：{detail}。', en: '{file} has not the rows the manifest says: {detail}.' }, todo: rebuild, remedy: 'none' },
  fact_cases: { why: { zh: '{file} 的件数合计与清单不符：{detail}。', en: '{file} has not the cases the manifest says: {detail}.' }, todo: rebuild, remedy: 'none' },
  fact_column: { why: { zh: '{file} 的列不可用：{detail}。', en: '{file} has an unusable column: {detail}.' }, todo: rebuild, remedy: 'none' },
  fact_unreadable: { why: { zh: '{file} 不是可读取的 Parquet 文件：{detail}。', en: '{file} is not a readable Parquet file: {detail}.' }, todo: rebuild, remedy: 'none' },
  too_large: {
    why: { zh: '{file} 有 {detail} 行，超出本机内存（约 2 GB）所能处理的范围，没有读入。', en: '{file} has {detail} rows, more than this machine (about 2 GB of memory) can take, and was not read.' },
    todo: { zh: '页上数字和常用筛选不受影响；更细的筛选请换用内存较大的电脑。', en: 'The numbers here and the usual filters are not affected; for finer filters use a machine with more memory.' }, remedy: 'none',
  },
  out_of_memory: {
    why: { zh: '所需内存超过本机给计算引擎的上限（{detail} MB）。', en: 'This takes more memory than the engine may have on this machine ({detail} MB).' },
    todo: { zh: '页上已有的数字仍可阅读；请缩短期间、减少条件，或换用内存较大的电脑。', en: 'The numbers on the page remain valid; ask for a shorter period or fewer filters, or use a machine with more memory.' }, remedy: 'none',
  },
  decoder_lost: { why: { zh: '数据解码线程意外停止：{detail}。', en: 'The decoding worker stopped: {detail}.' }, todo: reload, remedy: 'restart' },
  unsupported: {
    why: { zh: '本浏览器不允许本页运行 WebAssembly：版本过旧，或网站的安全策略不允许。', en: 'This browser does not let the page run WebAssembly: it is too old, or the site\'s policy forbids it.' },
    todo: readOn, remedy: 'none',
  },
  engine_absent: {
    why: { zh: '本文件不含计算引擎。', en: 'This file holds no engine.' },
    todo: { zh: '页面上已有的数字仍可阅读，常用的筛选照常；如需其他筛选，请打开含计算引擎的文件或网站。', en: 'The numbers on the page remain valid and usual filters work; for others open a file with the engine, or the site.' }, remedy: 'none',
  },
  start_failed: { why: { zh: '计算引擎未能启动：{detail}。', en: 'The engine could not start: {detail}.' }, todo: readOn, remedy: 'other_bundle' },
  start_late: { why: { zh: '计算引擎在 {detail} 秒内没有启动。', en: 'The engine did not start within {detail} seconds.' }, todo: readOn, remedy: 'other_bundle' },
  load_failed: { why: { zh: '数据 {file} 未能载入计算引擎：{detail}。', en: '{file} could not be loaded into the engine: {detail}.' }, todo: reload, remedy: 'restart' },
  query_failed: { why: { zh: '查询出错：{detail}。', en: 'A query failed: {detail}.' }, todo: reload, remedy: 'none' },
  query_late: { why: { zh: '查询超过 {detail} 秒没有结果。', en: 'A query gave no result within {detail} seconds.' }, todo: reload, remedy: 'restart' },
  query_deadly: {
    why: { zh: '这项计算两次使计算引擎停止，不再重试。', en: 'This question stopped the engine twice and is not asked again.' },
    todo: { zh: '请缩短期间或减少条件；如仍出现，请告知数据管理员。', en: 'Ask for a shorter period or fewer filters; if it comes back, tell the data steward.' }, remedy: 'none',
  },
  engine_lost: { why: { zh: '计算引擎意外停止：{detail}。', en: 'The engine stopped: {detail}.' }, todo: reload, remedy: 'restart' },
  closed: { why: { zh: '计算引擎已关闭。', en: 'The engine was closed.' }, todo: reload, remedy: 'none' },
} as const satisfies Record<string, Entry>

export type EngineErrorCode = keyof typeof engineErrors

export interface ErrorDetails {
  readonly file?: string
  readonly path?: string
  readonly detail?: string
}

const fill = (text: string, details: ErrorDetails): string =>
  text.replace(/\{(file|path|detail)\}/g, (_, name: keyof ErrorDetails) => details[name] ?? '?')

/** An error of the catalogue; `cause` is the original, `message` the English reason. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  constructor(
    readonly code: EngineErrorCode,
    readonly details: ErrorDetails = {},
    cause?: unknown,
  ) {
    super(fill(engineErrors[code].why.en, details), { cause })
  }

  get remedy(): Remedy {
    return engineErrors[this.code].remedy
  }

  /** Why, in the reader's language. */
  why(language: Language): string {
    return fill(engineErrors[this.code].why[language], this.details)
  }

  /** What to do about it. */
  todo(language: Language): string {
    return engineErrors[this.code].todo[language]
  }
}

/** The first line of whatever was thrown: the rest of a wasm error is a stack nobody reads. */
export const reasonOf = (thrown: unknown): string => {
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  return (text.split('\n', 1)[0] ?? '').slice(0, 300).replace(/[.!。！\s]+$/, '')
}

/** Leaves an error of the catalogue as it is; wraps anything else under the code. */
export const asEngineError = (thrown: unknown, code: EngineErrorCode, details: ErrorDetails = {}): EngineError =>
  thrown instanceof EngineError ? thrown : new EngineError(code, { detail: reasonOf(thrown), ...details }, thrown)

/** What a superseded question rejects with; never an error to show. */
export const isAbort = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'AbortError'

export const abortError = (): DOMException => new DOMException('superseded', 'AbortError')
