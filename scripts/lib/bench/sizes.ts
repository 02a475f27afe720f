import type { Bilingual } from '../../../src/domain/text'

/** How an extract to measure with is made from the sample street. */
export interface BenchSize {
  readonly id: 's' | 'm' | 'l'
  readonly title: Bilingual
  /** Streets like the sample one, each with its 2,200 enterprises, committees and joint unions; 0 leaves the sample as it is. */
  readonly streets: number
  /** Disputes in all, with their stages, sessions and claims. */
  readonly disputes: number
  /** Tickets, letters and contacts for each of the sample's. */
  readonly contacts: number
}

/**
 * S is the sample street, M a million disputes over nine such streets with some 20,000 enterprises, L ten times the
 * cases of M in the same places: what grows is the number of cases alone, so that the two can be set side by side.
 */
export const benchSizes: readonly BenchSize[] = [
  { id: 's', title: { zh: '示例街道', en: 'Sample street' }, streets: 0, disputes: 0, contacts: 0 },
  { id: 'm', title: { zh: '测试数据：一百万件争议', en: 'Test data: one million disputes' }, streets: 9, disputes: 1_000_000, contacts: 90 },
  { id: 'l', title: { zh: '测试数据：一千万件争议', en: 'Test data: ten million disputes' }, streets: 9, disputes: 10_000_000, contacts: 900 },
]
