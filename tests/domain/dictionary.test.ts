import { describe, expect, it } from 'vitest'
import { denominatorWords, formulaWords } from '../../src/domain/dictionary/formula-words'
import { operandNames } from '../../src/domain/dictionary/operand-names'
import { searchMetrics } from '../../src/domain/dictionary/search'
import { factOf } from '../../src/domain/facts/index'
import { metricOf, metrics } from '../../src/domain/metrics/index'

describe('formulas in words', () => {
  it('name every part: no id of a fact or a sum shows through', () => {
    for (const metric of metrics) {
      for (const language of ['zh', 'en'] as const) {
        expect(formulaWords(metric, language), metric.id).not.toMatch(/[a-z_]+\.[a-z_]/)
      }
    }
  })

  it('name sums that exist', () => {
    for (const key of Object.keys(operandNames)) {
      const [fact = '', sum = ''] = key.split('.')
      expect(Object.keys(factOf(fact).sums), key).toContain(sum)
    }
  })

  it('are rendered from their parts', () => {
    expect(formulaWords(metricOf('disputes.within_15d'), 'zh')).toBe('其中 15 日内结束的 ÷ 15 日期限已届满的调解（按进入该级日期，期限已届满）')
    expect(formulaWords(metricOf('ladder.settle_rate'), 'zh')).toBe('在该级化解的件次 ÷ （有记录的进入件次 − 仍在该级的件次）（按进入该级日期）')
    expect(formulaWords(metricOf('disputes.rate'), 'en')).toBe('disputes in months with a workforce report ÷ worker-years (worker-months ÷ 12) × 1000 (by date of application, whole months)')
    expect(formulaWords(metricOf('disputes.days_p90'), 'zh')).toBe('已办结争议的办理天数的第 90 百分位数（线性插值）（按结案日期）')
    expect(denominatorWords(metricOf('disputes.opened').formula, 'zh')).toBeNull()
    expect(denominatorWords(metricOf('ladder.settle_rate').formula, 'en')).toBe('(observed entries − still on the rung)')
  })
})

describe('searching the dictionary', () => {
  it('finds by name, id, law and either language; all words must occur', () => {
    expect(searchMetrics(metrics, '')).toHaveLength(metrics.length)
    expect(searchMetrics(metrics, '基层化解').map(({ id }) => id)).toContain('ladder.grassroots_resolution')
    expect(searchMetrics(metrics, 'LADDER.bypass').map(({ id }) => id)).toEqual(['ladder.bypass_rate'])
    expect(searchMetrics(metrics, '第七条').map(({ id }) => id)).toEqual(['disputes.major_open', 'disputes.collective_share'])
    expect(searchMetrics(metrics, 'median days rung').map(({ id }) => id)).toContain('ladder.days_median')
    expect(searchMetrics(metrics, '没有这样的指标')).toEqual([])
  })
})
