import type { MetricId } from '../../question'
import type { Bilingual } from '../../text'

/** A part of the verdict sentence. `{value}` is the number with its unit; with `change`, what became of it follows. `runsOn`: in Chinese it follows the period without a comma. `unless`: the metric beside which it is not told. */
export interface Clause extends Bilingual {
  readonly metric: MetricId
  readonly change?: true
  readonly runsOn?: true
  readonly unless?: MetricId
}

/** Something to look at: `positive` counts that should be zero, `worse` numbers that moved the wrong way beyond chance. */
export interface Alert extends Bilingual {
  readonly metric: MetricId
  readonly when: 'positive' | 'worse'
}
