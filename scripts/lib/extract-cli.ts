import { parseArgs } from 'node:util'
import { CommandError } from './command/command-error'
import { extract, type Extracted } from './extract-command'
import { extractPublic, type PublicOptions } from './extract-public'
import { lineProgress, terminalProgress } from './stage/progress'

const usage = `npm run extract -- <台账文件夹 source folder> [--mapping 映射文件] [--out public/extracts] [--as-of 2025-12-31]
  [--key 密钥文件] [--max-rejected 0.2] [--detail auto|case|cells] [--reports reports] [--progress]
npm run extract -- <台账文件夹 source folder> --profile public --ledger <公开台账 ledger of publications> [--out public-extracts] …\n`

const options = {
  mapping: { type: 'string' },
  out: { type: 'string' },
  profile: { type: 'string', default: 'internal' },
  ledger: { type: 'string' },
  'as-of': { type: 'string' },
  key: { type: 'string' },
  'max-rejected': { type: 'string' },
  detail: { type: 'string' },
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

interface Profile {
  readonly profile: string
  readonly out?: string
  readonly ledger?: string
  readonly detail?: string
}

const make = ({ profile, out, ledger, detail }: Profile, common: Omit<PublicOptions, 'out' | 'ledger'>): Promise<Extracted> => {
  if (profile === 'public') {
    if (ledger === undefined) throw wrong('--profile public 须用 --ledger 写明公开台账：它记着以往公开过的数。', '--profile public needs --ledger, the file that remembers what was published before.')
    if (detail !== undefined) throw wrong('--detail 不与 --profile public 同用：公开的内容是一份封闭的目录。', '--detail does not go with --profile public: what is published is a closed list.')
    return extractPublic({ ...common, out: out ?? 'public-extracts', ledger })
  }
  if (profile !== 'internal') throw wrong(`--profile 只能是 internal 或 public，不能是“${profile}”。`, `--profile is internal or public, not "${profile}".`)
  if (ledger !== undefined) throw wrong('--ledger 只与 --profile public 同用。', '--ledger goes with --profile public only.')
  const kept = detail ?? 'auto'
  if (kept !== 'auto' && kept !== 'case' && kept !== 'cells') throw wrong(`--detail 只能是 auto、case 或 cells，不能是“${kept}”。`, `--detail is auto, case or cells, not "${kept}".`)
  return extract({ ...common, out: out ?? 'public/extracts', detail: kept })
}

/** `npm run extract` with these arguments. */
export const runExtract = async (args: string[]): Promise<void> => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help) return void process.stdout.write(usage)
  const [folder, more] = positionals
  if (folder === undefined || more !== undefined) throw wrong('请写明一个台账文件夹。', 'Name one folder of ledgers.')
  const { folder: written, manifest, report, aloud } = await make(values, {
    folder,
    mapping: values.mapping,
    asOf: values['as-of'],
    keyFile: values.key,
    maxRejected: shareOf(values['max-rejected']),
    reports: values.reports,
    progress: values.progress ? lineProgress() : terminalProgress(),
    notice: (line) => process.stderr.write(`${line}\n`),
  })
  const tables = manifest.tables.filter((t) => t.read > 0)
  // A public extract says nothing of the rows it was made of.
  const counts = (name: 'zh' | 'name', before: string, joint: string) => (tables.length > 0 ? before + tables.map((t) => `${t[name]} ${t.kept}/${t.read}`).join(joint) : '')
  process.stdout.write(`已写入 ${written}（截至 ${manifest.asOf}）${counts('zh', '：', '，')}\n核对报告：${report}\n`)
  process.stdout.write(`Wrote ${written} (as of ${manifest.asOf})${counts('name', ': ', ', ')}; check report: ${report}\n`)
  for (const { zh, en } of aloud) process.stderr.write(`注意：${zh}\nNote: ${en}\n`)
}
