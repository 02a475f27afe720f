import type { Staged } from '../stage/staged'

/** Whether a query yields any row. */
export const exists = async ({ connection }: Pick<Staged, 'connection'>, sql: string): Promise<boolean> => {
  const [row] = (await connection.runAndReadAll(`SELECT EXISTS (${sql})`)).getRows()
  return row?.[0] === true
}
