import type { Manifest } from './manifest'
import type { DimensionId } from './question'

/** What every page offers to be narrowed by: where, in which trade, how large; of each the finest first. */
const offered: readonly (readonly DimensionId[])[] = [['union', 'area'], ['industry_group', 'industry_section', 'industry'], ['size']]

/** The first dimension of each that the extract can tell apart. */
export const globalFilters = ({ members }: Pick<Manifest, 'members'>): DimensionId[] =>
  offered.flatMap((ids) => ids.find((id) => (members[id]?.length ?? 0) > 1) ?? [])
