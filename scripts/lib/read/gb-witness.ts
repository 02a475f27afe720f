/**
 * Watches a byte stream for GB18030: single bytes below 0x80, pairs (0x81–FE, then 0x40–7E or 0x80–FE), and
 * four-byte forms. Counts pairs inside GB2312 (both bytes from 0xA1, lead up to 0xF7), where nearly all written
 * Chinese lives, against all others: accented Latin text that happens to be valid lands outside.
 */
export class GbWitness {
  isValid = true
  private common = 0
  private rare = 0
  private lead = 0
  private place: 1 | 2 | 3 | 4 = 1

  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length && this.isValid; i++) {
      const byte = bytes[i]!
      if (this.place !== 1 || byte >= 0x80) this.step(byte)
    }
  }

  /** Share of common characters among those beyond ASCII; 0 when there is none. A character cut at the end counts as rare. */
  get commonShare(): number {
    const all = this.common + this.rare + (this.place === 1 ? 0 : 1)
    return all === 0 ? 0 : this.common / all
  }

  private step(byte: number): void {
    if (this.place === 1) this.start(byte)
    else if (this.place === 2) this.second(byte)
    else if (this.place === 3) this.advance(byte >= 0x81 && byte <= 0xfe, 4)
    else this.finishFour(byte)
  }

  private start(byte: number): void {
    this.lead = byte
    this.advance(byte >= 0x81 && byte <= 0xfe, 2)
  }

  private second(byte: number): void {
    if (byte >= 0x30 && byte <= 0x39) this.place = 3
    else if (byte < 0x40 || byte === 0x7f || byte === 0xff) this.isValid = false
    else this.finishPair(byte)
  }

  private finishPair(byte: number): void {
    if (byte >= 0xa1 && this.lead >= 0xa1 && this.lead <= 0xf7) this.common++
    else this.rare++
    this.place = 1
  }

  private finishFour(byte: number): void {
    this.rare++
    this.advance(byte >= 0x30 && byte <= 0x39, 1)
  }

  private advance(isValid: boolean, next: 1 | 2 | 3 | 4): void {
    this.isValid = isValid
    this.place = next
  }
}
