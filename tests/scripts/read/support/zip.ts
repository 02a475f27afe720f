import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: string | Buffer
  /** A false uncompressed size for the directory, the local header, or both. */
  readonly statedInDirectory?: number
  readonly statedLocally?: number
}

/** A zip file written byte by byte, so that tests can make its headers lie. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const raw = Buffer.from(part.content)
    const packed = deflateRawSync(raw, { level: 9 })
    const name = Buffer.from(part.name)
    const common = (size: number) => {
      const head = Buffer.alloc(26)
      head.writeUInt16LE(20, 0)
      head.writeUInt16LE(8, 4)
      head.writeUInt16LE(33, 8)
      head.writeUInt32LE(crc32(raw), 10)
      head.writeUInt32LE(packed.length, 14)
      head.writeUInt32LE(size, 18)
      head.writeUInt16LE(name.length, 22)
      return head
    }
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common(part.statedLocally ?? raw.length), name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([
      Buffer.from('504b01021400', 'hex'), common(part.statedInDirectory ?? raw.length), tail, name,
    ]))
    bodies.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, entries, end])
}
