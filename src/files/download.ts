/** Signs that some file system refuses in a name. */
const refused = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g
const longest = 80

/** A file's name from words: what it holds first. */
export const fileName = (words: readonly string[], ending: string): string => {
  const name = words.map((word) => word.replace(refused, ' ').replace(/\s+/g, ' ').trim()).filter(Boolean).join('_').slice(0, longest).replace(/[. ]+$/, '')
  return `${name || 'xieshang'}.${ending}`
}

/** Hands a file to the reader's browser, which saves it where it saves downloads. Nothing is sent anywhere. */
export const download = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // A browser begins to read it after this task.
  setTimeout(() => { URL.revokeObjectURL(url) }, 60_000)
}
