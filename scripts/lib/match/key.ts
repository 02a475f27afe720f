import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHmac, randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { StageError } from '../stage/error'
import { isInside } from '../tooling/is-inside.mjs'
import { root } from '../tooling/root.mjs'
import { memo } from './memo'

/** For the sample only: its firms do not exist, and its extract must be the same on every machine. */
const sampleKey = Buffer.from('xieshang sample street: these enterprises do not exist')

const KEY_BYTES = 32
const ID_LENGTH = 16

/** Where the key lies when none is named: outside any repository, in the user's configuration folder. */
export const defaultKeyFile = (): string =>
  join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'xieshang', 'id.key')

const refuseInRepository = (file: string): void => {
  if (!isInside(root, file)) return
  throw new StageError(
    'key_in_repository',
    { zh: `密钥文件 ${file} 在代码库文件夹内，可能随代码外流。`, en: `The key file ${file} lies inside the repository and could leave with it.` },
    { zh: '请把密钥放到代码库之外，再用 --key 指明。', en: 'Keep the key outside the repository and name it with --key.' },
  )
}

const unusable = (file: string, zh: string, en: string, cause?: unknown): StageError => new StageError(
  'key_unusable',
  { zh: `密钥文件 ${file} ${zh}。`, en: `The key file ${file} ${en}.` },
  { zh: '请指定原来使用的密钥文件；换了密钥，企业编号会全部改变。', en: 'Name the key file used before: with another key every enterprise id changes.' },
  { cause },
)

const noSuchKey = (file: string, cause: unknown): StageError => new StageError(
  'key_unusable',
  { zh: `没有密钥文件 ${file}；--key 只能指明已有的密钥文件。`, en: `There is no key file ${file}: --key names one that exists.` },
  {
    zh: `以前用过密钥的，请核对路径：换了密钥，企业编号会全部改变。第一次使用的，去掉 --key 运行一次，密钥会自动生成在 ${defaultKeyFile()}；要放在别处，生成后移过去，再用 --key 指明。`,
    en: `If a key was used before, check the path: with another key every enterprise id changes. If this is the first time, run once without --key, which makes one at ${defaultKeyFile()}; to keep it elsewhere, move it there and then name it with --key.`,
  },
  { cause },
)

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

const readKey = (file: string): Buffer => {
  try {
    const key = readFileSync(file)
    if (key.length >= 16) return key
  } catch (cause) {
    if (isMissing(cause)) throw noSuchKey(file, cause)
    throw unusable(file, '无法读取', 'cannot be read', cause)
  }
  throw unusable(file, '少于 16 个字节', 'holds fewer than 16 bytes')
}

const makeKey = (file: string, notice: (line: string) => void): Buffer => {
  const key = randomBytes(KEY_BYTES)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, key, { mode: 0o600, flag: 'wx' })
  notice(`已生成企业编号密钥 ${file}，请妥善备份、勿外传。 / Made the key for enterprise ids, ${file}: keep a copy, share it with nobody.`)
  return key
}

/** Turns a firm's code, name or id into its pseudonym: HMAC-SHA-256, the first 16 hexadecimal characters. */
export type Pseudonym = (kind: 'id' | 'uscc' | 'name' | 'made', value: string) => string

const withKey = (key: Buffer): Pseudonym => {
  const hasher = (kind: string): ((value: string) => string) =>
    memo(value => createHmac('sha256', key).update(`${kind}\u0000${value}`).digest('hex').slice(0, ID_LENGTH))
  const hashers = { id: hasher('id'), uscc: hasher('uscc'), name: hasher('name'), made: hasher('made') }
  return (kind, value) => hashers[kind](value)
}

export interface KeyChoice {
  readonly keyFile?: string
  /** Every sheet read is marked as sample data. */
  readonly sample: boolean
  readonly notice: (line: string) => void
}

const openKey = (choice: KeyChoice): Buffer => {
  if (choice.keyFile !== undefined) return readKey(choice.keyFile)
  if (choice.sample) return sampleKey
  const file = defaultKeyFile()
  refuseInRepository(file)
  return existsSync(file) ? readKey(file) : makeKey(file, choice.notice)
}

export interface Secrets {
  /** The key is read when the first pseudonym is asked for: ledgers without firms need none. */
  readonly pseudonym: Pseudonym
  /** Of its own for each purpose, 32 bytes; the one does not give away the other. */
  readonly keyFor: (purpose: 'rounding' | 'records') => Buffer
}

/**
 * What rests on the named key, the sample's fixed one, or the user's own, made at first need. Throws `key_in_repository`
 * and `key_unusable`, once the key is needed.
 */
export const openSecrets = (choice: KeyChoice): Secrets => {
  if (choice.keyFile !== undefined) refuseInRepository(choice.keyFile)
  let [key, made]: [Buffer | null, Pseudonym | null] = [null, null]
  const open = (): Buffer => (key ??= openKey(choice))
  return {
    pseudonym: (kind, value) => (made ??= withKey(open()))(kind, value),
    keyFor: (purpose) => createHmac('sha256', open()).update(`key for ${purpose}`).digest(),
  }
}
