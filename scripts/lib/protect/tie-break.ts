import { createHmac } from 'node:crypto'

const shortestKey = 32

/**
 * A secret order of cells: the number in [0, 1) that a cell's text has under the key, the same every time. HMAC-SHA-256
 * (RFC 2104), its first 53 bits.
 *
 * @throws RangeError when the key has fewer than 32 bytes
 */
export const tieBreak = (key: Uint8Array): ((cell: string) => number) => {
  if (key.length < shortestKey) throw new RangeError(`A key has at least ${shortestKey} bytes, this one has ${key.length}`)
  return (cell) => {
    const digest = createHmac('sha256', key).update(cell, 'utf8').digest()
    return (digest.readUInt32BE(0) * 2 ** 21 + (digest.readUInt32BE(4) >>> 11)) / 2 ** 53
  }
}
