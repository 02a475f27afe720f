const DAY_SECONDS = 86_400
const MS = 1000
/** Day 0 of Excel's 1900 system once its invented 29 February 1900 (serial 60) is past. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/**
 * Calendar text of an Excel serial number, by arithmetic on UTC so that no time zone can shift it: `YYYY-MM-DD` for a whole
 * day, else `YYYY-MM-DDTHH:mm:ss` to the nearest second; `HH:mm:ss` below 1, where Excel shows only a time of day. Null for
 * negative serials, for serial 60 of the 1900 system (a day that never was) and beyond the year 9999.
 */
export function serialToIso(serial: number, date1904 = false): string | null {
  const seconds = Math.round(serial * DAY_SECONDS)
  if (!Number.isFinite(serial) || seconds < 0) return null
  const days = Math.floor(seconds / DAY_SECONDS)
  if (days === 0 && !date1904) return clock(seconds)
  if (days === 60 && !date1904) return null
  const date = calendar(days, date1904)
  const rest = seconds - days * DAY_SECONDS
  return date === null || rest === 0 ? date : `${date}T${clock(rest)}`
}

function calendar(days: number, date1904: boolean): string | null {
  const shift = !date1904 && days < 60 ? 1 : 0
  const text = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + (days + shift) * DAY_SECONDS * MS).toISOString()
  return text.startsWith('+') ? null : text.slice(0, 10)
}

const clock = (seconds: number): string => new Date(seconds * MS).toISOString().slice(11, 19)
