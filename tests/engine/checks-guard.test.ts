import { describe, expect, it } from 'vitest'
import { findingsByRule } from '../../src/domain/checks'
import { readChecks } from '../../src/engine/checks-guard'

const finding = { rule: 'r', severity: 'flag', table: 't', file: 'a.csv', sheet: null, rows: [3, 7], count: 2, zh: '规则', en: 'rule' } as const
const file = (more: object = {}) => ({ schema: 1, extract: 'x', checks: [finding], revisions: null, ...more })

describe('checks.json', () => {
  it('is read, also without revisions', () => {
    expect(readChecks(file(), 'checks.json', 'x').checks).toEqual([finding])
    const { revisions, ...without } = file()
    expect(revisions).toBeNull()
    expect(readChecks(without, 'checks.json', 'x').revisions).toBeNull()
    const revised = { since: '2025-09-30', count: 1, rows: [{ metric: 'm', period: '2025-03', before: 1, after: null }] }
    expect(readChecks(file({ revisions: revised }), 'checks.json', 'x').revisions).toEqual(revised)
  })

  it.each([
    ['of another extract', file({ extract: 'y' })],
    ['with an unknown severity', file({ checks: [{ ...finding, severity: 'fatal' }] })],
    ['with a revision of no date', file({ revisions: { since: 'soon', count: 0, rows: [] } })],
    ['of a later format', file({ schema: 2 })],
  ])('%s is refused', (_, wrong) => {
    expect(() => readChecks(wrong, 'checks.json', 'x')).toThrow()
  })

  it('is told by rule, what was left out first', () => {
    const rules = findingsByRule([finding, { ...finding, file: 'b.csv', count: 5 }, { ...finding, rule: 'q', severity: 'reject', count: 1 }])
    expect(rules.map(({ rule, count, places }) => [rule, count, places.length])).toEqual([['q', 1, 1], ['r', 7, 2]])
  })
})
