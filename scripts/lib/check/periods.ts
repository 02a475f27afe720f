/** The last month of a period as SQL; null for what is none, which is told of as the cell is read. */
export const lastMonth = (period: string): string => `CASE WHEN regexp_full_match(${period}, '\\d{4}') THEN ${period} || '-12'
  WHEN regexp_full_match(${period}, '\\d{4}-Q[1-4]') THEN printf('%s-%02d', left(${period}, 4), 3 * right(${period}, 1)::INTEGER)
  WHEN regexp_full_match(${period}, '\\d{4}-(0[1-9]|1[0-2])') THEN ${period} END`
