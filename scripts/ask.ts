import { compile } from '../src/domain/compile/compile'
import { dimensions } from '../src/domain/dimensions'
import { metrics } from '../src/domain/metrics'
import { answerNatively } from './lib/bake/native'
import { openExtract } from './lib/ask/open-extract'
import { heldFor, partlyHeld } from './lib/ask/period'
import { printCsv, printJson, printTable } from './lib/ask/print'
import { chosen, formats, questionOf, readArguments } from './lib/ask/question'
import { runCommand } from './lib/command/run-command'

const usage = `npm run ask -- <指标 metric>… --extract <数据包 folder> [--by 维度] [--grain month|quarter|year|all] [--from 2023] [--to 2025]
  [--where 维度=成员,…] [--compare none|yoy|mom|target|rest] [--format table|csv|json] [--sql] [--list]\n`

const catalogue = (): string =>
  [
    '指标 Metrics',
    ...metrics.map((m) => `  ${m.id.padEnd(34)} ${m.name.zh}　${m.name.en}`),
    '维度 Dimensions',
    ...dimensions.map((d) => `  ${d.id.padEnd(34)} ${d.name.zh}　${d.name.en}`),
    '',
  ].join('\n')

await runCommand(async () => {
  const given = readArguments(process.argv.slice(2))
  if (given.values.help) return void process.stdout.write(usage)
  if (given.values.list) return void process.stdout.write(catalogue())
  const format = chosen('format', given.values.format, formats, 'table')
  const extract = await openExtract(given.values.extract ?? 'public/extracts')
  try {
    const question = questionOf(given, extract.manifest)
    if (given.values.sql) {
      const statements = compile([question], extract.manifest).statements
      return void process.stdout.write(statements.map(({ sql, parameters }) => `${sql};\n-- ${JSON.stringify(parameters)}\n`).join('\n'))
    }
    const [answer] = await answerNatively(extract.connection, [question], extract.manifest)
    if (answer?.kind !== 'measure') throw new Error('A measure question got another kind of answer')
    const print = { table: () => printTable(answer, question, extract.manifest), csv: () => printCsv(answer, question), json: () => printJson(answer, question) }
    process.stdout.write(print[format]())
    const note = partlyHeld(question.period, heldFor(question.metrics, extract.manifest))
    if (note) process.stderr.write(`注意：${note.zh}\nNote: ${note.en}\n`)
  } finally {
    extract.close()
  }
})
