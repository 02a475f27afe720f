import type { z } from 'zod'
import { pathText, type MappingIssue } from './issue'
import { forms } from './schema'

type Issue = z.core.$ZodIssue

const typeZh: Readonly<Record<string, string>> = {
  string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', array: '列表 […]', object: '对象 {…}', record: '对象 {…}', null: 'null',
}

const own = (path: readonly PropertyKey[], zh: string, en: string): readonly MappingIssue[] => [{ path: pathText(path), zh, en }]

const unknownKeys = (path: readonly PropertyKey[], keys: readonly string[]): readonly MappingIssue[] =>
  keys.map(key => ({ path: pathText([...path, key]), zh: '没有这个设置项，请检查拼写。', en: 'no such setting; check the spelling.' }))

const tooFew = (minimum: number): readonly [string, string] =>
  minimum > 1 ? [`至少写 ${minimum} 项。`, `needs at least ${minimum} entries.`] : ['不能为空。', 'must not be empty.']

const ofForm = (path: readonly PropertyKey[], pattern: string): readonly MappingIssue[] => {
  const form = Object.values(forms).find(one => String(one.pattern) === pattern)
  return own(path, `格式不对，应为${form?.zh ?? ` ${pattern}`}。`, `wrong format; expected ${form?.en ?? pattern}.`)
}

/** One zod issue in the words of a steward; paths are absolute. */
const readIssue = (issue: Issue, base: readonly PropertyKey[]): readonly MappingIssue[] => {
  const path = [...base, ...issue.path]
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(path, issue.keys)
    case 'invalid_type':
      return own(path, `缺少或类型不对，应为${typeZh[issue.expected] ?? issue.expected}。`, `missing or of the wrong type; expected ${issue.expected}.`)
    case 'invalid_value':
      return own(path, `只能是 ${issue.values.map(String).join('、')} 之一。`, `must be one of ${issue.values.map(String).join(', ')}.`)
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? own(path, '应为大于 0 的数。', 'must be greater than 0.')
        : own(path, ...tooFew(Number(issue.minimum)))
    case 'invalid_format':
      return ofForm(path, issue.pattern ?? issue.format)
    default:
      return own(path, '内容不符合要求。', issue.message)
  }
}

/** What zod found, path by path. */
export const zodIssues = (error: z.ZodError): readonly MappingIssue[] =>
  error.issues.flatMap(issue => readIssue(issue, []))
