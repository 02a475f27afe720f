import { defaultPeriod } from '../../../src/domain/dashboards/questions'
import type { Manifest } from '../../../src/domain/manifest'
import type { Filter } from '../../../src/domain/question'
import type { View } from '../../../src/domain/view'

/** Changes a reader makes, one after the other, none of them to a view already seen. */
export const changesFor = (manifest: Manifest): Partial<View>[] => {
  const pick = (dimension: string, at: number): Filter[] => {
    const member = manifest.members[dimension]?.[at]
    return member ? [{ dimension, members: [member.id] }] : []
  }
  const { from, to } = defaultPeriod(manifest)
  const before = (years: number) => ({ from: from - 12 * years, to: to - 12 * years })
  return [
    { where: pick('union', 0) },
    { where: [...pick('union', 1), ...pick('industry_group', 0)] },
    { where: pick('industry_group', 1) },
    { where: pick('size', 1) },
    { where: pick('size', 2), period: before(1) },
    { where: pick('union', 2), period: before(2) },
    { where: [], period: { from: from - 12, to } },
    { where: [], period: null, compare: 'mom' },
    { where: pick('union', 3), compare: 'rest' },
  ]
}
