import { sourceTables } from '../../../src/domain/tables/index'
import type { Language } from '../../../src/domain/text'
import { findings, ruleText } from '../check/texts'
import { sheetName } from '../stage/empty-ledgers'
import type { CheckLine, Severity, Staged } from '../stage/staged'
import { summarise, type CheckSummary } from './summary'

const SHOWN = 12
const EXAMPLES = 20
const VALUES = 3
const VALUE_LENGTH = 40

/** What is left out because another row stands for the same case: to be known, not to be corrected. */
const carried: ReadonlySet<string> = new Set([findings.carriedOver.id, findings.replacedWithCase.id, findings.stepReplaced.id])

const firmRules: ReadonlySet<string> = new Set([findings.unmatchedFirm.id, findings.unknownFirmId.id, findings.ambiguousFirm.id])

/** What the report is made of. */
export type Reported = Pick<Staged, 'title' | 'synthetic' | 'asOf' | 'counts' | 'replaced' | 'checks' | 'aloud' | 'unknownColumns'>

interface Words {
  readonly title: string
  readonly read: (name: string, read: number, kept: number, rejected: number, flagged: number, ignored: number) => string
  readonly replaced: (count: number) => string
  readonly carried: string
  readonly alsoLeftOut: string
  readonly severity: Readonly<Record<Severity, string>>
  readonly rows: (rows: readonly number[], isAll: boolean) => string
  readonly times: (count: number) => string
  readonly joint: string
  readonly colon: string
  readonly run: string
  readonly nothing: string
  readonly unknown: string
  readonly firms: string
  readonly places: string
  readonly more: (count: number) => string
  readonly asOf: (day: string) => string
  readonly first: string
}

const words: Readonly<Record<Language, Words>> = {
  zh: {
    title: '核对结果',
    read: (name, read, kept, rejected, flagged, ignored) =>
      `${name}：读入 ${read} 行，采用 ${kept} 行，未采用 ${rejected} 行，提示 ${flagged} 行，非数据 ${ignored} 行`,
    replaced: count => `（未采用的行中 ${count} 行是同一案件的结转或重复登记，案件只计一次）`,
    carried: '结转的案件及其过程（正常，无需处理）',
    alsoLeftOut: '未采用的行中另有的问题（改正时一并核对）',
    severity: { reject: '未采用的行', flag: '采用但请核对', ignore: '未作为数据读取' },
    rows: (rows, isAll) => `第 ${rows.join('、')} 行${isAll ? '' : '等'}`,
    times: count => `${count} 处`,
    joint: '，',
    colon: '：',
    run: '本次运行',
    nothing: '没有发现问题。',
    unknown: '没有读取的列',
    firms: '企业台账中找不到的单位',
    places: '没有对应上的地名和工会',
    more: count => `……另有 ${count} 个`,
    asOf: day => `数据截止日：${day}`,
    first: '请先看',
  },
  en: {
    title: 'Check report',
    read: (name, read, kept, rejected, flagged, ignored) =>
      `${name}: ${read} ${read === 1 ? 'row' : 'rows'} read, ${kept} kept, ${rejected} left out, ${flagged} flagged, ${ignored} not data`,
    replaced: count => ` (${count} of those left out ${count === 1 ? 'stands' : 'stand'} in another row of the same case, which counts once)`,
    carried: 'Cases carried over, with their steps (as it should be)',
    alsoLeftOut: 'Also found in rows left out (check when you correct them)',
    severity: { reject: 'Left out', flag: 'Kept, please check', ignore: 'Not read as data' },
    rows: (rows, isAll) => `${rows.length === 1 ? 'row' : 'rows'} ${rows.join(', ')}${isAll ? '' : ' and more'}`,
    times: count => `${count} places`,
    joint: ', ',
    colon: ': ',
    run: 'this run',
    nothing: 'No problem was found.',
    unknown: 'Columns not read',
    firms: 'Firms that are not in the register of enterprises',
    places: 'Places and unions that match nothing',
    more: count => `… and ${count} more`,
    asOf: day => `As of ${day}`,
    first: 'Read first',
  },
}

/** A cell is shown as it is, but never as markup. */
const plain = (text: string): string => text.replace(/[\r\n]+/g, ' ').replace(/[\\`*<>|]/g, '\\$&')

const where = (entry: { readonly file: string, readonly sheet: string | null }, language: Language): string =>
  entry.file === '' ? words[language].run : plain(sheetName(entry))

/** The rows; how often, where that is not told by them; nothing of a single finding about a whole sheet. */
const rowList = ({ rows, count }: CheckSummary, language: Language): string => {
  const shown = rows.slice(0, SHOWN)
  const parts = [
    ...count > 1 && count !== shown.length ? [words[language].times(count)] : [],
    ...shown.length > 0 ? [words[language].rows(shown, shown.length === rows.length)] : [],
  ]
  return parts.join(words[language].joint)
}

const tableName = (name: string, language: Language): string => {
  const table = sourceTables.find(one => one.name === name)
  return table ? `${language === 'zh' ? table.zh : table.name} · ` : ''
}

/** The first values that a rule found in a sheet, by the summary's own key. */
type ValuesOf = (one: CheckSummary) => string

const keyOf = (one: Pick<CheckSummary, 'rule' | 'severity' | 'table' | 'file' | 'sheet'>): string =>
  [one.severity, one.table, one.rule, one.file, one.sheet ?? ''].join('\u0000')

const brief = (value: string): string => plain(value.length > VALUE_LENGTH ? `${value.slice(0, VALUE_LENGTH)}…` : value)

/** What a line says besides its rule's own words, such as which row is kept of two. */
const beyondRule = (line: CheckLine, language: Language): string => {
  const [said, rule] = [line.why[language], ruleText(line.rule)?.[language]]
  return rule !== undefined && said.length > rule.length && said.startsWith(rule) ? plain(said.slice(rule.length)) : ''
}

/** The cell; of a file that was not read why not, for that differs from file to file; nothing of what is no data. */
const shownOf = (line: CheckLine, language: Language): string | null => {
  if (line.rule === findings.fileIgnored.id) return plain(line.why[language].replace(/[。.]$/, ''))
  return line.value === null || line.severity === 'ignore' ? null : `${brief(line.value)}${beyondRule(line, language)}`
}

const firstValues = (checks: readonly CheckLine[], language: Language): ValuesOf => {
  const values = new Map<string, Set<string>>()
  for (const line of checks) {
    const value = shownOf(line, language)
    if (value === null) continue
    const known = values.get(keyOf(line)) ?? new Set<string>()
    if (known.size < VALUES) known.add(value)
    values.set(keyOf(line), known)
  }
  return one => [...values.get(keyOf(one)) ?? []].join(language === 'zh' ? '；' : '; ')
}

const ruleLines = (summaries: readonly CheckSummary[], valuesOf: ValuesOf, language: Language): readonly string[] => {
  const rules = new Map<string, CheckSummary[]>()
  for (const one of summaries) {
    const key = `${one.rule} ${one.table}`
    rules.set(key, [...(rules.get(key) ?? []), one])
  }
  return [...rules.values()].flatMap((group) => {
    const total = group.reduce((sum, one) => sum + one.count, 0)
    return [
      `- ${tableName(group[0]?.table ?? '', language)}${group[0]?.[language] ?? ''} (${total}) \`${group[0]?.rule ?? ''}\``,
      ...group.map(one => `  - ${[where(one, language), rowList(one, language), valuesOf(one)].filter(part => part !== '').join(words[language].colon)}`),
    ]
  })
}

const titled = (title: string, own: readonly CheckSummary[], valuesOf: ValuesOf, language: Language): readonly string[] =>
  own.length === 0 ? [] : [`### ${title}`, '', ...ruleLines(own, valuesOf, language), '']

const rowKey = (line: CheckLine): string => [line.table, line.file, line.sheet ?? '', line.row ?? ''].join('\u0000')

/** Findings by what became of their row: a row left out for one reason is not kept with another. */
const byFate = (checks: readonly CheckLine[]): { readonly own: readonly CheckLine[], readonly alsoLeftOut: readonly CheckLine[] } => {
  const leftOut = new Set(checks.filter(line => line.row !== null && (line.severity === 'reject' || carried.has(line.rule))).map(rowKey))
  const isAlso = (line: CheckLine): boolean => line.severity === 'flag' && !carried.has(line.rule) && leftOut.has(rowKey(line))
  return { own: checks.filter(line => !isAlso(line)), alsoLeftOut: checks.filter(isAlso) }
}

/** What to correct first; then what was carried over; then what is no data. */
const ruleParts = (staged: Reported, language: Language): readonly string[] => {
  const { own, alsoLeftOut } = byFate(staged.checks)
  const [summaries, valuesOf] = [summarise({ checks: own }), firstValues(own, language)]
  const of = (severity: Severity): readonly string[] =>
    titled(words[language].severity[severity], summaries.filter(one => one.severity === severity && !carried.has(one.rule)), valuesOf, language)
  const also = titled(words[language].alsoLeftOut, summarise({ checks: alsoLeftOut }), firstValues(alsoLeftOut, language), language)
  const quiet = titled(words[language].carried, summaries.filter(one => carried.has(one.rule)), () => '', language)
  return [...of('reject'), ...also, ...of('flag'), ...quiet, ...of('ignore')]
}

/** Values of some rules, each once, the most frequent first. */
const valueList = (staged: Reported, isRule: (rule: string) => boolean, title: string, language: Language): readonly string[] => {
  const counts = new Map<string, number>()
  for (const line of staged.checks) {
    if (isRule(line.rule) && line.value !== null) counts.set(line.value, (counts.get(line.value) ?? 0) + 1)
  }
  if (counts.size === 0) return []
  const sorted = [...counts].sort((a, b) => b[1] - a[1])
  const rest = sorted.length > EXAMPLES ? [`- ${words[language].more(sorted.length - EXAMPLES)}`] : []
  return [`### ${title}`, '', ...sorted.slice(0, EXAMPLES).map(([value, count]) => `- ${plain(value)} (${count})`), ...rest, '']
}

const tableLines = (staged: Reported, language: Language): readonly string[] => sourceTables.flatMap((table) => {
  const counts = staged.counts.get(table.name)
  if (!counts || counts.read + counts.ignored === 0) return []
  const name = language === 'zh' ? table.zh : table.name
  const replaced = staged.replaced.get(table.name) ?? 0
  const note = replaced === 0 ? '' : words[language].replaced(replaced)
  return [`- ${words[language].read(name, counts.read, counts.kept, counts.rejected, counts.flagged, counts.ignored)}${note}`]
})

const unknownPart = (staged: Reported, language: Language): readonly string[] => staged.unknownColumns.length === 0
  ? []
  : [`### ${words[language].unknown}`, '', ...staged.unknownColumns.map(one => `- ${where(one, language)}${words[language].colon}${plain(one.column)}`), '']

const firstPart = (staged: Reported, language: Language): readonly string[] => staged.aloud.length === 0
  ? []
  : [`### ${words[language].first}`, '', ...staged.aloud.map(one => `- ${plain(one[language])}`), '']

const part = (staged: Reported, language: Language): string => [
  `## ${words[language].title}${staged.title === null ? '' : ` · ${plain(staged.title[language])}`}`,
  '',
  words[language].asOf(staged.asOf),
  '',
  ...firstPart(staged, language),
  ...tableLines(staged, language),
  '',
  ...(staged.checks.length + staged.unknownColumns.length === 0 ? [words[language].nothing, ''] : []),
  ...ruleParts(staged, language),
  ...valueList(staged, rule => firmRules.has(rule), words[language].firms, language),
  ...valueList(staged, rule => /_(place|union)$/.test(rule), words[language].places, language),
  ...unknownPart(staged, language),
].join('\n')

/** The check report for reading, by rule, in Chinese and then in English. Holds names: for the clerk's own machine. */
export const readableReport = (staged: Reported): string => {
  const mark = staged.synthetic ? '**示例数据 / synthetic data**\n\n' : ''
  return `${mark}${part(staged, 'zh')}\n${part(staged, 'en')}`
}
