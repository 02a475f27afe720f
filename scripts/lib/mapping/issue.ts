import type { Bilingual } from '../../../src/domain/text'

/** One thing wrong in a mapping, at a path such as `files[0].columns.Start Date`. */
export interface MappingIssue extends Bilingual {
  readonly path: string
}

/** Writes a path as a steward reads it: `files[0].columns.Start Date`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) =>
    typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`, '')

export const listIssues = (issues: readonly MappingIssue[], language: 'zh' | 'en'): string =>
  issues.map(issue => `${issue.path === '' ? '(source.json)' : issue.path}: ${issue[language]}`).join('\n')
