import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sourceTables } from '../src/domain/tables/index'
import { runCommand } from './lib/command/run-command'
import { templateOf } from './lib/templates/workbook'

const usage = '用法 Usage: npm run templates -- [--out data/templates]\n'

await runCommand(async () => {
  const { values } = parseArgs({ options: { out: { type: 'string', default: 'data/templates' }, help: { type: 'boolean' } } })
  if (values.help) return void process.stdout.write(usage)
  await mkdir(values.out, { recursive: true })
  for (const table of sourceTables) await writeFile(join(values.out, `${table.zh}.xlsx`), templateOf(table))
  process.stdout.write(`${sourceTables.length} 张台账模板已写入 ${values.out}\n${sourceTables.length} ledger templates written to ${values.out}\n`)
})
