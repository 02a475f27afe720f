/**
 * One byte range of a file.
 * @param {string | undefined} header the request's Range
 * @param {number} size of the file in bytes
 * @returns {{ start: number, end: number } | 'whole' | 'unsatisfiable'} both ends inclusive;
 *   several ranges or another unit mean the whole file, as RFC 9110 section 14.2 allows
 */
export function byteRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match) return 'whole'
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return 'whole'
  if (first === '') return tail(Number(last), size)
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return 'whole'
  return start >= size ? 'unsatisfiable' : { start, end }
}

/**
 * @param {number} length
 * @param {number} size
 */
function tail(length, size) {
  if (length === 0 || size === 0) return 'unsatisfiable'
  return { start: Math.max(0, size - length), end: size - 1 }
}

/**
 * The encodings worth trying, best first, for the request's Accept-Encoding.
 * @param {string | undefined} header
 * @returns {{ name: 'br' | 'gzip', suffix: string }[]}
 */
export function acceptedEncodings(header) {
  const accepted = new Set((header ?? '').toLowerCase().split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim()))
  return [
    { name: /** @type {const} */ ('br'), suffix: '.br' },
    { name: /** @type {const} */ ('gzip'), suffix: '.gz' }
  ].filter(({ name }) => accepted.has(name))
}
