import { unknownIn } from './common'
import type { Rule } from './rule'

const digits = `CASE t.level WHEN 'province' THEN 2 WHEN 'city' THEN 4 WHEN 'district' THEN 6 WHEN 'subdistrict' THEN 9 ELSE 12 END`
const rung = (alias: string): string =>
  `CASE ${alias}.level WHEN 'province' THEN 1 WHEN 'city' THEN 2 WHEN 'district' THEN 3 WHEN 'subdistrict' THEN 4 ELSE 5 END`

/** GB/T 2260 fills the codes of provinces and cities with zeros to six digits. */
const significant = (alias: string): string =>
  `CASE WHEN ${alias}.level IN ('province', 'city') THEN regexp_replace(${alias}.area_code, '(00)+$', '') ELSE ${alias}.area_code END`

const oneRungUp = `(SELECT max(${rung('p')}) FROM work.areas p WHERE ${rung('p')} < ${rung('t')})`

export const areaRejects: readonly Rule[] = [
  {
    id: 'areas.parent_prefix',
    table: 'areas',
    severity: 'reject',
    column: 'area_code',
    zh: '区划代码位数与级别不符，或不以表中上级区划的代码开头',
    en: 'the code does not fit its level, or does not begin with the code of a parent in the table',
    law: 'GB/T 2260',
    where: `length(${significant('t')}) <> ${digits} OR (
      EXISTS (SELECT 1 FROM work.areas p WHERE ${rung('p')} < ${rung('t')})
      AND NOT EXISTS (SELECT 1 FROM work.areas p WHERE ${rung('p')} = ${oneRungUp} AND starts_with(t.area_code, ${significant('p')})))`,
    shown: `concat_ws(' · ', area_code, level)`,
  },
]

export const placeFlags: readonly Rule[] = [
  {
    id: 'unions.parent_union_id.unknown',
    table: 'unions',
    severity: 'flag',
    column: 'parent_union_id',
    zh: '上级工会编号在工会组织表中不存在',
    en: 'the parent union is not in the table of unions',
    where: unknownIn('unions', 'union_id', 'parent_union_id'),
  },
]
