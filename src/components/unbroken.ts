/** A number in a Chinese name keeps the words beside it on its line: 近 12 个月. */
export const unbroken = (name: string): string => name.replace(/(?<=[\u4e00-\u9fff]) (?=\d)|(?<=\d) (?=[\u4e00-\u9fff])/g, '\u00a0')
