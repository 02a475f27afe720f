import type { SourceTable } from '../../../src/domain/tables/table'
import type { CheckBook } from '../check/book'
import { ruleText } from '../check/texts'
import { StageError } from './error'
import type { CheckLine } from './staged'

const TOP = 3

interface RuleCount {
  readonly rule: string
  readonly count: number
  readonly first: CheckLine
}

const topRules = (lines: readonly CheckLine[], table: string): readonly RuleCount[] => {
  const counts = new Map<string, { count: number, readonly first: CheckLine }>()
  for (const line of lines) {
    if (line.table !== table || line.severity !== 'reject') continue
    const known = counts.get(line.rule)
    if (known) known.count += 1
    else counts.set(line.rule, { count: 1, first: line })
  }
  return [...counts].map(([rule, { count, first }]) => ({ rule, count, first })).sort((a, b) => b.count - a.count).slice(0, TOP)
}

const told = (top: RuleCount, language: 'zh' | 'en'): string => {
  const text = ruleText(top.rule)?.[language] ?? top.rule
  const at = `${top.first.file}${top.first.sheet === null ? '' : ` [${top.first.sheet}]`}`
  const shown = top.first.value ?? ''
  return language === 'zh'
    ? `${text} ${top.count} 行（如 ${at} 第 ${top.first.row ?? '—'} 行${shown === '' ? '' : `：${shown}`}）`
    : `${text}: ${top.count} (such as ${at}, row ${top.first.row ?? '—'}${shown === '' ? '' : `: ${shown}`})`
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** Stops the run when more of a table than `max` had to be left out; cases booked twice do not count. */
export const requireMostKept = (book: CheckBook, table: SourceTable, max: number): void => {
  const { read } = book.counts(table.name)
  const faults = book.faults(table.name)
  if (read === 0 || faults / read <= max) return
  const top = topRules(book.lines, table.name)
  throw new StageError(
    'too_many_rejected',
    {
      zh: `${table.zh}：读入 ${read} 行，${faults} 行（${percent(faults / read)}）未通过检查，超过上限 ${percent(max)}。主要原因：${top.map(one => told(one, 'zh')).join('；')}。`,
      en: `${table.name}: ${faults} of ${read} rows (${percent(faults / read)}) fail the checks, over the limit of ${percent(max)}. Mostly: ${top.map(one => told(one, 'en')).join('; ')}.`,
    },
    {
      zh: '请改正后重试；确认无误的，可用 --max-rejected 放宽上限（如 0.5）。',
      en: 'Correct the ledger and run again; to accept it as it is, raise --max-rejected (such as 0.5).',
    },
    { lines: book.lines },
  )
}
