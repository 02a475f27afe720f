import { isSmall, type Device } from './thrift'

/** What the engine may have of a machine. */
export interface Allowance {
  /** Megabytes for tables and queries together; what needs more fails with a sentence instead of the page with its memory. */
  readonly megabytes: number
  /** Rows of a fact that may be read in; Infinity where any number may. */
  readonly rows: number
  /** Rows of a fact up to which it is read in before anybody asks. */
  readonly rowsAhead: number
}

/** A page of 32-bit wasm can hold four gigabytes at most, the tables and the program that reads them in together. */
const usual: Allowance = { megabytes: 2_000, rows: Infinity, rowsAhead: 400_000 }

/** On 2 GB the browser itself and the system leave some hundred megabytes; a row of a fact takes about half a kilobyte while it is read in. */
const small: Allowance = { megabytes: 300, rows: 400_000, rowsAhead: 50_000 }

export const allowanceOf = (device: Device): Allowance => (isSmall(device) ? small : usual)
