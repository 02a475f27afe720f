import { chunks } from './chunks'
import type { Encoding } from './encoding'
import { ReadError } from './read-error'

/** 0x80–9F of Windows-1252. Node's own decoder returns control characters for them in several versions (nodejs/node 56542). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * The text of a file, piece by piece, without its byte-order mark; characters cut between pieces stay whole.
 * Throws ReadError `encoding.broken` at the first bytes that are not valid in the encoding.
 */
export async function* decodeFile(path: string, file: string, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === 'windows-1252') yield* decodeWestern(path)
  else yield* decodeStrictly(path, file, encoding)
}

async function* decodeWestern(path: string): AsyncGenerator<string> {
  for await (const chunk of chunks(path)) {
    yield chunk.toString('latin1').replace(/[\x80-\x9f]/g, (letter) => windows1252.charAt(letter.charCodeAt(0) - 0x80))
  }
}

async function* decodeStrictly(path: string, file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch (cause) {
      throw broken(file, encoding, cause)
    }
  }
  for await (const chunk of chunks(path)) yield decode(chunk)
  yield decode()
}

const broken = (file: string, encoding: Encoding, cause: unknown) => new ReadError(
  'encoding.broken',
  { zh: `“${file}”按 ${encoding} 解码到中途失败，含有损坏的字符。`, en: `"${file}" cannot be decoded as ${encoding}: it holds broken characters.` },
  { zh: '请重新导出；如在 source.json 中写明了 encoding，请核对。', en: 'Export it again; if source.json names an encoding, check it.' },
  cause,
)
