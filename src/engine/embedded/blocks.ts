/** The page runs while the rest of its file is still read: a block may stand there with a part of its text. */
const isReading = (): boolean => document.readyState === 'loading'

/** What stands in the page's own file in a block of that name, which the browser neither runs nor shows; null where there is none so far. */
export const blockOf = (name: string): string | null => {
  const block = document.querySelector(`script[data-file="${CSS.escape(name)}"]`)
  return block && (block.nextSibling !== null || !isReading()) ? block.textContent : null
}

/** The same, once it has been read; null where the whole file has none. */
export const blockComing = async (name: string): Promise<string | null> => {
  const standing = blockOf(name)
  if (standing !== null || !isReading()) return standing
  await new Promise((resolve) => { document.addEventListener('DOMContentLoaded', resolve, { once: true }) })
  return blockOf(name)
}
