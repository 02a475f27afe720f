/** Full-width letters, digits and marks (U+FF01–FF5E) and the ideographic space as their half-width twins. */
export function halfWidth(text: string): string {
  return /[\u3000\uff01-\uff5e\uffe5]/.test(text) ? text.replace(/[\u3000\uff01-\uff5e\uffe5]/g, half) : text
}

function half(letter: string): string {
  if (letter === '\u3000') return ' '
  return letter === '￥' ? '¥' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0)
}
