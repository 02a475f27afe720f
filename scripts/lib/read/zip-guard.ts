import { fromBufferPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { ReadError } from './read-error'

/** Sum of the inflated parts of a workbook. A ledger of 100,000 rows × 20 columns is about 100 MB. */
export const INFLATED_LIMIT = 300 * 1024 * 1024
/** Parts of a workbook; a ledger has a few dozen. */
export const ENTRY_LIMIT = 2_000
/** Inflated to packed size of one part; a ledger's sheet is 5 to 30, deflate can reach 1,032. */
export const RATIO_LIMIT = 250
/** XML tags of all parts, about five a cell: what the parser builds from small cells is many times their text. */
export const TAG_LIMIT = 25_000_000
/** Below this size a ratio says nothing. */
const RATIO_FLOOR = 4 * 1024 * 1024
const END_OF_DIRECTORY = Buffer.from('504b0506', 'hex')
const SIZES_FOLLOW = 8

export interface ZipLimits {
  readonly inflated: number
  readonly ratio: number
  readonly tags: number
}

const defaults: ZipLimits = { inflated: INFLATED_LIMIT, ratio: RATIO_LIMIT, tags: TAG_LIMIT }

/**
 * Refuses a workbook that would inflate past the limits, first by what its directory states, then by inflating every part
 * without keeping it, so that a directory that lies is caught. Also refuses what two zip readers could read differently.
 * Throws ReadError; returns the inflated size in bytes.
 */
export async function guardZip(
  bytes: Buffer, file: string, overrides: Partial<ZipLimits> = {},
): Promise<number> {
  const limits = { ...defaults, ...overrides }
  refuseTwoDirectories(bytes, file)
  const zip = await openZip(bytes, file)
  try {
    const entries = await directory(zip, file)
    const stated = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
    if (stated > limits.inflated) throw tooLarge(file, stated, limits.inflated)
    for (const entry of entries) refuseRatio(entry, file, limits.ratio)
    return await inflateAll(zip, entries, file, limits)
  } finally {
    zip.close()
  }
}

async function openZip(bytes: Buffer, file: string): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  } catch (cause) {
    throw damaged(file, cause)
  }
}

async function directory(zip: ZipFile, file: string): Promise<Entry[]> {
  const entries: Entry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > ENTRY_LIMIT) throw new RangeError(`more than ${ENTRY_LIMIT} entries`)
    }
  } catch (cause) {
    throw damaged(file, cause)
  }
  if (entries.some((entry) => entry.isEncrypted())) throw encrypted(file)
  return entries
}

function refuseRatio(entry: Entry, file: string, limit: number): void {
  if (entry.uncompressedSize < RATIO_FLOOR || entry.uncompressedSize <= entry.compressedSize * limit) return
  throw tooLarge(file, entry.uncompressedSize, entry.compressedSize * limit)
}

async function inflateAll(zip: ZipFile, entries: readonly Entry[], file: string, limits: ZipLimits): Promise<number> {
  let size = 0
  let tags = 0
  for (const entry of entries) {
    await requireHonestHeader(zip, entry, file)
    const part = await measure(zip, entry, file)
    size += part.size
    tags += part.tags
    if (size > limits.inflated) throw tooLarge(file, size, limits.inflated)
    if (tags > limits.tags) throw tooManyCells(file)
  }
  return size
}

/** The header before a part must agree with the directory: the parser that follows trusts the former. */
async function requireHonestHeader(zip: ZipFile, entry: Entry, file: string): Promise<void> {
  const header = await zip.readLocalFileHeaderPromise(entry).catch((cause: unknown) => { throw damaged(file, cause) })
  const sizesFollow = (header.generalPurposeBitFlag & SIZES_FOLLOW) !== 0 && header.uncompressedSize === 0
  const agrees = header.compressedSize === entry.compressedSize && header.uncompressedSize === entry.uncompressedSize
  const isZip64 = header.uncompressedSize === 0xffffffff || header.compressedSize === 0xffffffff
  if (header.compressionMethod !== entry.compressionMethod || !(agrees || sizesFollow || isZip64)) throw lying(file)
}

/** Inflates a part and counts; stops at the first byte beyond the stated size, so no more than the limit is ever produced. */
async function measure(zip: ZipFile, entry: Entry, file: string): Promise<{ size: number, tags: number }> {
  const part = { size: 0, tags: 0 }
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      part.size += (chunk as Buffer).length
      if (part.size > entry.uncompressedSize) throw lying(file)
      part.tags += countTags(chunk as Buffer)
    }
  } catch (cause) {
    if (cause instanceof ReadError) throw cause
    throw /bytes in the stream/.test(String(cause)) ? lying(file) : damaged(file, cause)
  }
  return part
}

function countTags(bytes: Buffer): number {
  let tags = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0x3c) tags++
  return tags
}

/** The last end-of-directory mark must be the one that ends the file, else a second directory hides behind it. */
function refuseTwoDirectories(bytes: Buffer, file: string): void {
  const mark = bytes.lastIndexOf(END_OF_DIRECTORY)
  if (mark < 0 || mark + 22 > bytes.length) throw damaged(file)
  if (mark + 22 + bytes.readUInt16LE(mark + 20) !== bytes.length) throw damaged(file)
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)

export const tooLarge = (file: string, size: number, limit: number) => new ReadError(
  'xlsx.too_large',
  { zh: `“${file}”解压后达 ${megabytes(size)} MB，超过上限 ${megabytes(limit)} MB，未读取。`, en: `"${file}" would inflate to ${megabytes(size)} MB, past the limit of ${megabytes(limit)} MB; it was not read.` },
  { zh: '请删去空白的格式行，按年拆分，或另存为 CSV。', en: 'Remove empty formatted rows, split it by year, or save it as CSV.' },
)

const tooManyCells = (file: string) => new ReadError(
  'xlsx.too_large',
  { zh: `“${file}”的单元格过多（约 500 万格以上），未读取。`, en: `"${file}" holds too many cells (about 5 million or more); it was not read.` },
  { zh: '请按年拆分，或另存为 CSV。', en: 'Split it by year, or save it as CSV.' },
)

const lying = (file: string) => new ReadError(
  'xlsx.lying_directory',
  { zh: `“${file}”的目录所写大小与实际不符，未读取。`, en: `The directory of "${file}" states sizes that are not true; it was not read.` },
  { zh: '文件可能损坏或被改动，请在 Excel 中打开后另存。', en: 'It may be damaged or tampered with; open it in Excel and save it again.' },
)

export const damaged = (file: string, cause?: unknown) => new ReadError(
  'xlsx.damaged',
  { zh: `“${file}”已损坏，无法作为 Excel 文件打开。`, en: `"${file}" is damaged and cannot be opened as a workbook.` },
  { zh: '请在 Excel 或 WPS 中打开后另存为 .xlsx。', en: 'Open it in Excel or WPS and save it as .xlsx.' },
  cause,
)

export const encrypted = (file: string) => new ReadError(
  'file.encrypted',
  { zh: `“${file}”设有打开密码。`, en: `"${file}" is protected by a password.` },
  { zh: '请取消密码后另存。', en: 'Remove the password and save it again.' },
)
