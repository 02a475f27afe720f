/** Bytes that Windows-1252 leaves undefined. */
const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** Letters outside 0xC0–FF: Š Œ Ž š œ ž Ÿ. */
const lettersBelow = new Set([0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f])
/** Marks that office programs write: € ‚ „ … ‘ ’ “ ” • – — no-break space ¡ £ § © « ® ° » ¿. */
const marks = new Set([
  0x80, 0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97,
  0xa0, 0xa1, 0xa3, 0xa7, 0xa9, 0xab, 0xae, 0xb0, 0xbb, 0xbf,
])
/** Share of bytes beyond ASCII that must be such marks or accented letters standing alone among plain ones. */
const PLAUSIBLE_SHARE = 0.7
/** Share of control characters above which a file is not text. */
const CONTROL_SHARE = 0.001

/**
 * Watches a byte stream for Windows-1252. Every byte decodes in it, so plausibility decides: in Western text an accented
 * letter stands beside plain ones, while in any other encoding bytes beyond ASCII come in runs.
 */
export class LatinWitness {
  private seen = 0
  private controls = 0
  private beyond = 0
  private natural = 0
  private undefinedSeen = false
  private run = 0

  push(bytes: Uint8Array): void {
    this.seen += bytes.length
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!
      if (byte >= 0x80) this.high(byte)
      else this.low(byte)
    }
  }

  get isPlausible(): boolean {
    if (this.undefinedSeen || this.controls > this.seen * CONTROL_SHARE) return false
    return this.natural >= this.beyond * PLAUSIBLE_SHARE
  }

  private high(byte: number): void {
    this.beyond++
    this.run++
    if (undefinedBytes.has(byte)) this.undefinedSeen = true
    const isLetter = lettersBelow.has(byte) || (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7)
    if (marks.has(byte) || (isLetter && this.run <= 2)) this.natural++
  }

  private low(byte: number): void {
    this.run = 0
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) this.controls++
  }
}
