const pairs = new Map<string, [number, number]>()
const decoder = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
}

/** The GB18030 bytes of a text of ASCII and two-byte characters, by inverting the platform's decoder. */
export function gb18030(text: string): Buffer {
  return Buffer.from([...text].flatMap((letter) => {
    if (letter < '\u0080') return [letter.charCodeAt(0)]
    const pair = pairs.get(letter)
    if (!pair) throw new RangeError(`no two-byte form of ${letter}`)
    return pair
  }))
}
