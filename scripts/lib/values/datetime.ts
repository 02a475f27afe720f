import { momentReader } from './date'
import type { Reader } from './parsed'

/** Reader of dates with time, as `YYYY-MM-DDTHH:mm:ss` in the writer's own clock. A date alone is its midnight. */
export const datetimeReader = (formats: readonly string[] = []): Reader<string> => momentReader(
  formats,
  ({ date, time }) => `${date}T${time ?? '00:00:00'}`,
  { zh: '日期和时间，如 2024-03-05 09:30', en: 'a date and time such as 2024-03-05 09:30' },
)
