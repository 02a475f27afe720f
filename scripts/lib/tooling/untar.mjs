const block = 512

/**
 * Files of a tar archive by their path. Links and folders are left out; so is what an archive says of owners and times.
 * @param {Buffer} archive
 * @returns {Map<string, Buffer>}
 * @throws {RangeError} where it ends within a file
 */
export function untar(archive) {
  const files = new Map()
  for (let at = 0; at + block <= archive.length && archive[at] !== 0;) {
    const text = (/** @type {number} */ from, /** @type {number} */ size) => archive.toString('utf8', at + from, at + from + size).replace(/\0[^]*$/, '')
    const size = Number.parseInt(text(124, 12).trim() || '0', 8)
    const [prefix, type] = [text(257, 5) === 'ustar' ? text(345, 155) : '', text(156, 1)]
    const start = at + block
    if (start + size > archive.length) throw new RangeError(`${text(0, 100)} ends too early`)
    if (type === '' || type === '0') files.set(prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), archive.subarray(start, start + size))
    at = start + Math.ceil(size / block) * block
  }
  return files
}
