import type { SubjectShape } from './subject'
import { ticketFactsSql } from './tickets.sql'

export const ticketsShape: SubjectShape = {
  id: 'tickets',
  sql: ({ asOf }) => ticketFactsSql(asOf),
}
