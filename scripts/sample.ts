import { runCommand } from './lib/command/run-command'
import { sampleOptions, sampleUsage } from './lib/sample/arguments'
import { writeStreet } from './lib/sample/street'

await runCommand(async () => {
  const options = sampleOptions(process.argv.slice(2))
  if (!options) return void process.stdout.write(sampleUsage)
  const { seed, out, scenario } = options
  const { firms, cases, reportedMonths: months, tables } = writeStreet(out, seed, scenario)
  const others = [...tables.values()].reduce((sum, rows) => sum + rows.length, 0)
  const counts = `企业 ${firms.length} 家、争议 ${cases.length} 件、用工月报 ${months.length} 行、其他台账 ${others} 行`
  const english = `${firms.length} enterprises, ${cases.length} disputes, ${months.length} enterprise-months, ${others} rows of other ledgers`
  process.stdout.write(`示例数据已写入 ${out}：${counts}（种子 ${seed}，情形 ${scenario}）\nSynthetic sample written to ${out}: ${english} (seed ${seed}, scenario ${scenario})\n`)
})
