import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSizeRules, sizeClass } from '../../../src/domain/reference/size-rule'
import { referenceFolder } from '../reference'
import type { Firm } from './enterprises'

const rules = parseSizeRules(readFileSync(join(referenceFolder, 'size-rule.csv'), 'utf8'))

/** Size class by the rule of 2017 of a firm with so many heads. */
export const sizeOf = ({ industry, revenue, assets }: Firm, employees: number): string =>
  sizeClass(rules, { industryCode: industry.code, employees, revenueWan: revenue, assetsWan: assets })
