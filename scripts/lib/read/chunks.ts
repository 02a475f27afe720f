import { createReadStream } from 'node:fs'

const CHUNK_BYTES = 256 * 1024

/** The bytes of a file, one piece at a time; the next piece is read when the consumer asks for it. */
export async function* chunks(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) yield chunk as Buffer
}
