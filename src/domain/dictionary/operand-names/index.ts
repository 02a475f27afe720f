import type { Bilingual } from '../../text'
import { congressOperands } from './congress'
import { coverageOperands } from './coverage'
import { disputesOperands } from './disputes'
import { enterprisesOperands } from './enterprises'
import { evaluationOperands } from './evaluation'
import { investmentOperands } from './investment'
import { outreachOperands } from './outreach'
import { outsideOperands } from './outside'
import { ticketsOperands } from './tickets'
import { turnoverOperands } from './turnover'

/** What a sum of a fact is called, by `fact.sum`. */
export const operandNames: Readonly<Record<string, Bilingual>> = {
  ...disputesOperands,
  ...turnoverOperands,
  ...enterprisesOperands,
  ...coverageOperands,
  ...congressOperands,
  ...outreachOperands,
  ...ticketsOperands,
  ...evaluationOperands,
  ...investmentOperands,
  ...outsideOperands,
}
