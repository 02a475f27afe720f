import { congressShape } from './congress'
import { coverageShape } from './coverage'
import { disputesShape } from './disputes'
import { enterprisesShape } from './enterprises'
import { evaluationShape } from './evaluation'
import { investmentShape } from './investment'
import { outreachShape } from './outreach'
import { outsideShape } from './outside'
import { outsideCasesShape } from './outside-cases'
import type { SubjectShape } from './subject'
import { ticketsShape } from './tickets'
import { workforceShape } from './workforce'

/** Every subject, in the order in which they build on each other. */
export const subjects: readonly SubjectShape[] = [
  workforceShape,
  outsideShape,
  disputesShape,
  outsideCasesShape,
  enterprisesShape,
  coverageShape,
  congressShape,
  outreachShape,
  ticketsShape,
  evaluationShape,
  investmentShape,
]
