import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'

export interface FileIdentity {
  readonly bytes: number
  readonly sha256: string
}

/** Size and SHA-256 of a file's bytes. */
export const identify = async (folder: string, file: string): Promise<FileIdentity> => {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(folder, file), { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}
