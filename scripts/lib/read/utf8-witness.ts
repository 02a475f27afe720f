/**
 * Counts sequences of three and four bytes that are valid UTF-8, and bytes that are not, to tell a damaged UTF-8 file
 * from a file in another encoding (two-byte sequences also arise by chance in GB text).
 */
export class Utf8Witness {
  /** Line (1-based, by line feeds) of the first byte that is not UTF-8. */
  firstBrokenLine = 0
  private valid = 0
  private broken = 0
  private line = 1
  private missing = 0
  private length = 0

  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i]!
      if (byte >= 0x80 && byte < 0xc0) this.continues()
      else this.starts(byte)
      if (byte === 0x0a) this.line++
    }
  }

  /** 0 when there is no multi-byte sequence at all. */
  get validShare(): number {
    return this.valid === 0 ? 0 : this.valid / (this.valid + this.broken)
  }

  private continues(): void {
    if (this.missing === 0) this.breaks()
    else if (--this.missing === 0 && this.length >= 3) this.valid++
  }

  private starts(byte: number): void {
    if (this.missing > 0) this.breaks()
    this.length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    this.missing = this.length - 1
  }

  private breaks(): void {
    this.broken++
    this.firstBrokenLine ||= this.line
  }
}
