// Parsed before anything else, by whatever Node is there: keep the syntax of this file old.

/**
 * @param {string} version such as "20.19.0" or "v22.12.1"
 * @returns {boolean} whether the locked dependencies run on it
 */
export function nodeIsSupported(version) {
  const parts = version.replace(/^v/, '').split('.')
  const major = Number(parts[0])
  const minor = Number(parts[1])
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

/** Ends the process with one sentence where Node is too old. */
export function requireNode() {
  if (nodeIsSupported(process.versions.node)) return
  console.error(
    '需要 Node.js 20.19 以上（20.x）或 22.12 以上，当前为 ' + process.versions.node + '，请更新后重试。' +
    ' · Node.js ^20.19 or >=22.12 is needed; this is ' + process.versions.node + '. Please update it and try again.'
  )
  process.exit(1)
}
