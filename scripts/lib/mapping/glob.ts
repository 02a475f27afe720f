const escaped = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&')

/** Whether a file's name (or its path, where the pattern has a slash) fits a pattern with `*` and `?`. */
export const fitsGlob = (pattern: string, file: string): boolean => {
  const subject = pattern.includes('/') ? file : file.split('/').pop() ?? file
  const source = escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.')
  return new RegExp(`^${source}$`, 'iu').test(subject)
}
