import { open } from 'node:fs/promises'
import { isUtf8 } from 'node:buffer'
import { chunks } from './chunks'
import { GbWitness } from './gb-witness'
import { LatinWitness } from './latin-witness'
import { ReadError } from './read-error'
import { Utf8Witness } from './utf8-witness'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const SAMPLE_BYTES = 64 * 1024
/** Share of GB2312 pairs (the 6,763 common Han and full-width marks) above which a GB reading is believed. */
const COMMON_HAN_SHARE = 0.5
/** Above this share of valid sequences a broken UTF-8 file is called broken rather than read as something else. */
const MOSTLY_UTF8 = 0.9

const names: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8', utf8sig: 'utf-8', utf8bom: 'utf-8', ascii: 'utf-8',
  gb18030: 'gb18030', gbk: 'gb18030', gb2312: 'gb18030', cp936: 'gb18030',
  utf16: 'utf-16le', utf16le: 'utf-16le', utf16be: 'utf-16be', unicode: 'utf-16le',
  windows1252: 'windows-1252', cp1252: 'windows-1252', latin1: 'windows-1252', iso88591: 'windows-1252',
}

/** The encoding a mapping names (`GBK`, `utf-8-sig`, `cp1252`, …); null when the name is not known. */
export const encodingNamed = (name: string): Encoding | null => names[name.toLowerCase().replace(/[^a-z0-9]/g, '')] ?? null

/**
 * The encoding of a text file: by its mark, by its pattern of NUL bytes, else by what the whole file is valid in –
 * a ledger may be ASCII for a thousand rows before the first Chinese name. `file` is the name used in messages.
 * Throws ReadError for empty, binary and undecodable files.
 */
export async function detectEncoding(path: string, file: string): Promise<Encoding> {
  const sample = await head(path)
  refuseForeign(sample, file)
  return byMark(sample) ?? byNul(sample, file) ?? await byContent(path, file)
}

async function head(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function refuseForeign(sample: Buffer, file: string): void {
  if (sample.length === 0) throw empty(file)
  const magic = sample.subarray(0, 4).toString('hex')
  if (magic !== '504b0304' && magic !== 'd0cf11e0') return
  throw new ReadError(
    'encoding.binary',
    { zh: `“${file}”扩展名是文本，内容却是 Excel 文件。`, en: `"${file}" is named as text but holds an Excel workbook.` },
    { zh: '请把扩展名改为 .xlsx，或另存为 CSV。', en: 'Rename it to .xlsx or save it as CSV.' },
  )
}

function byMark(sample: Buffer): Encoding | null {
  const start = sample.subarray(0, 4).toString('hex')
  if (start.startsWith('efbbbf')) return 'utf-8'
  if (start.startsWith('fffe')) return 'utf-16le'
  if (start.startsWith('feff')) return 'utf-16be'
  return start === '84319533' ? 'gb18030' : null
}

/** Delimiters, digits and line ends carry a NUL in UTF-16, always on the same side. */
function byNul(sample: Buffer, file: string): Encoding | null {
  const nul = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) nul[i & 1]!++
  const [even, odd] = nul as [number, number]
  if (even + odd === 0) return null
  const encoding: Encoding = odd > even ? 'utf-16le' : 'utf-16be'
  if (Math.max(even, odd) >= 10 * Math.min(even, odd) && isPlainUtf16(sample, encoding)) return encoding
  throw binary(file)
}

function isPlainUtf16(sample: Buffer, encoding: Encoding): boolean {
  try {
    const whole = sample.subarray(0, sample.length & ~1)
    const text = new TextDecoder(encoding, { fatal: true }).decode(whole, { stream: true })
    return ![...text].some((letter) => letter < ' ' && !'\t\n\r\f'.includes(letter))
  } catch {
    return false
  }
}

async function byContent(path: string, file: string): Promise<Encoding> {
  if (await wholeIsUtf8(path, file)) return 'utf-8'
  const gb = new GbWitness()
  const latin = new LatinWitness()
  const utf8 = new Utf8Witness()
  for await (const chunk of chunks(path)) {
    gb.push(chunk)
    latin.push(chunk)
    utf8.push(chunk)
  }
  if (utf8.validShare >= MOSTLY_UTF8) throw brokenUtf8(file, utf8)
  if (gb.isValid && gb.commonShare >= COMMON_HAN_SHARE) return 'gb18030'
  if (latin.isPlausible) return 'windows-1252'
  throw unknown(file)
}

/** Strict UTF-8 over the whole file. A cut sequence at a chunk's end is carried into the next chunk. */
async function wholeIsUtf8(path: string, file: string): Promise<boolean> {
  let carry: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks(path)) {
    if (chunk.includes(0)) throw binary(file)
    const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk])
    const whole = bytes.length - cutLength(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) return false
    carry = bytes.subarray(whole)
  }
  return carry.length === 0
}

/** Bytes at the end that begin a sequence which the next chunk must finish. */
function cutLength(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

const empty = (file: string) => new ReadError(
  'file.empty',
  { zh: `“${file}”是空文件。`, en: `"${file}" is empty.` },
  { zh: '请重新导出后再放入文件夹。', en: 'Export it again.' },
)

const binary = (file: string) => new ReadError(
  'encoding.binary',
  { zh: `“${file}”不是文本文件（含有二进制内容）。`, en: `"${file}" is not a text file (it holds binary content).` },
  { zh: '请在 Excel 或 WPS 中打开后另存为 CSV 或 .xlsx。', en: 'Open it in Excel or WPS and save it as CSV or .xlsx.' },
)

const unknown = (file: string) => new ReadError(
  'encoding.unknown',
  { zh: `无法判断“${file}”的文字编码：按 UTF-8、GB18030、UTF-16、Windows-1252 读都不通。`, en: `The encoding of "${file}" is unknown: it is neither UTF-8, GB18030, UTF-16 nor Windows-1252.` },
  { zh: '请另存为“CSV UTF-8”，或在 source.json 中写明 encoding。', en: 'Save it as "CSV UTF-8" or name the encoding in source.json.' },
)

const brokenUtf8 = (file: string, utf8: Utf8Witness) => new ReadError(
  'encoding.broken',
  { zh: `“${file}”大部分是 UTF-8，但第 ${utf8.firstBrokenLine} 行有损坏的字符。`, en: `"${file}" is mostly UTF-8, but line ${utf8.firstBrokenLine} holds a broken character.` },
  { zh: '请修正该行，或重新导出。', en: 'Correct that line or export the file again.' },
)
