import { parseArgs } from 'node:util'
import { CommandError } from './command/command-error'
import { extract } from './extract-command'
import { lineProgress, terminalProgress } from './stage/progress'

const usage = `npm run extract -- <台账文件夹 source folder> [--mapping 映射文件] [--out public/extracts] [--as-of 2025-12-31]
  [--key 密钥文件] [--max-rejected 0.2] [--detail auto|case|cells] [--reports reports] [--progress]\n`

const options = {
  mapping: { type: 'string' },
  out: { type: 'string', default: 'public/extracts' },
  'as-of': { type: 'string' },
  key: { type: 'string' },
  'max-rejected': { type: 'string' },
  detail: { type: 'string', default: 'auto' },
  reports: { type: 'string' },
  progress: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

const wrong = (zh: string, en: string) => new CommandError({ zh, en }, { zh: `用法：${usage}`, en: 'See the usage above.' })

const shareOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const share = text.trim() === '' ? Number.NaN : text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  if (!(share >= 0 && share <= 1)) throw wrong(`--max-rejected 应在 0 到 1 之间，不能是“${text}”。`, `--max-rejected lies between 0 and 1, not "${text}".`)
  return share
}

/** `npm run extract` with these arguments. */
export const runExtract = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help) return void process.stdout.write(usage)
  const [folder, more] = positionals
  if (folder === undefined || more !== undefined) throw wrong('请写明一个台账文件夹。', 'Name one folder of ledgers.')
  if (values.detail !== 'auto' && values.detail !== 'case' && values.detail !== 'cells') throw wrong(`--detail 只能是 auto、case 或 cells，不能是“${values.detail}”。`, `--detail is auto, case or cells, not "${values.detail}".`)
  const { folder: written, manifest, report, aloud } = await extract({
    folder,
    mapping: values.mapping,
    out: values.out,
    asOf: values['as-of'],
    keyFile: values.key,
    maxRejected: shareOf(values['max-rejected']),
    detail: values.detail,
    reports: values.reports,
    progress: values.progress ? lineProgress() : terminalProgress(),
    notice: (line) => process.stderr.write(`${line}\n`),
  })
  const tables = manifest.tables.filter((t) => t.read > 0)
  const counts = (name: 'zh' | 'name', joint: string) => tables.map((t) => `${t[name]} ${t.kept}/${t.read}`).join(joint)
  process.stdout.write(`已写入 ${written}（截至 ${manifest.asOf}）：${counts('zh', '，')}\n核对报告：${report}\n`)
  process.stdout.write(`Wrote ${written} (as of ${manifest.asOf}): ${counts('name', ', ')}; check report: ${report}\n`)
  for (const { zh, en } of aloud) process.stderr.write(`注意：${zh}\nNote: ${en}\n`)
}
