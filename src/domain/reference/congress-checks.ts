import type { Bilingual } from '../text'

/** A legal test of a workers' congress with its article (Shanghai Regulations on Workers' Congresses, 上海市职工代表大会条例). */
export interface CongressCheck extends Bilingual {
  readonly article: string
}

const check = (article: string, zh: string, en: string): CongressCheck => ({ zh: `${zh}（第 ${article} 条）`, en: `${en} (art. ${article})`, article })

/** In the order of the life of a congress: election, term, meeting, decision, report. */
export const congressChecks = {
  seats: check('41', '代表不少于 30 人', 'at least 30 representatives'),
  managers: check('41', '中高层管理人员不超过 30%', 'managers at most 30%'),
  frontline: check('41', '一线职工不少于半数', 'frontline workers at least half'),
  turnout: check('15', '参选人数达三分之二（汇总提示）', 'turnout at least two thirds (union total, a hint)'),
  term: check('22', '届期三至五年，延期不超过一年', 'term of 3 to 5 years, delay at most one'),
  yearly: check('22', '每年至少召开一次', 'a meeting in every calendar year'),
  papers: check('30', '会前 7 日送达材料', 'papers 7 days ahead'),
  quorum: check('28', '到会代表达三分之二', 'two thirds of all representatives present'),
  ballot: check('31', '无记名投票', 'secret ballot'),
  published: check('32', '决议向职工公布', 'results published'),
  reported: check('37', '会后 7 个工作日内报告上级工会', 'reported within 7 workdays'),
} as const satisfies Record<string, CongressCheck>

export type CongressCheckId = keyof typeof congressChecks
