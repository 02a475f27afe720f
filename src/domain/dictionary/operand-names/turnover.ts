import type { Bilingual } from '../../text'

const flows: Readonly<Record<string, Bilingual>> = {
  hires: { zh: '新进人数', en: 'hires' },
  quits: { zh: '辞职人数', en: 'quits' },
  layoffs: { zh: '单位解除终止人数', en: 'ends by the employer' },
  separations: { zh: '离职人数', en: 'separations' },
  mutual_ends: { zh: '协商一致解除人数', en: 'ends by mutual consent' },
  expiries: { zh: '合同到期终止人数', en: 'ends by expiry' },
  other_separations: { zh: '其他减少人数', en: 'other separations' },
}

/** A flow and its two bases, each over the enterprise-months that record both. */
const pairs: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries(flows).flatMap(([flow, { zh, en }]) => [
    [`workforce.${flow}_ref`, { zh: `有参考期人数的企业月的${zh}`, en: `${en} where reference-period employment is recorded` }],
    [`workforce.ref_${flow}`, { zh: '同一批企业月的参考期人数', en: 'reference-period employment of the same enterprise-months' }],
    [`workforce.${flow}_avg`, { zh: `有期初期末人数的企业月的${zh}`, en: `${en} where opening and closing are recorded` }],
    [`workforce.avg_${flow}`, { zh: '同一批企业月的期初期末平均人数', en: 'mean of opening and closing of the same enterprise-months' }],
  ]),
)

export const turnoverOperands: Readonly<Record<string, Bilingual>> = {
  'workforce.employed': { zh: '用工人数', en: 'employment' },
  'workforce.average_heads': { zh: '（期初人数＋期末人数）÷ 2', en: '(opening + closing) ÷ 2' },
  'workforce.hires': { zh: '新进人数', en: 'hires' },
  'workforce.quits': { zh: '辞职人数', en: 'quits' },
  'workforce.layoffs': { zh: '单位解除终止人数', en: 'ends by the employer' },
  'workforce.separations': { zh: '离职人数', en: 'separations' },
  ...pairs,
  'workforce.ends_quits': { zh: '各类离职都有记录的企业月的辞职人数', en: 'quits where all ends are recorded' },
  'workforce.ends_layoffs': { zh: '各类离职都有记录的企业月的单位解除终止人数', en: 'ends by the employer where all ends are recorded' },
  'workforce.women': { zh: '女职工人数', en: 'women' },
  'workforce.closing_women': { zh: '有女职工数的企业的期末人数', en: 'closing headcount where women are recorded' },
  'workforce.migrants': { zh: '外来务工人数', en: 'migrant workers' },
  'workforce.closing_migrants': { zh: '有外来务工数的企业的期末人数', en: 'closing headcount where migrants are recorded' },
  'workforce.insured': { zh: '参保人数', en: 'workers insured' },
  'workforce.closing_insured': { zh: '有参保数的企业的期末人数', en: 'closing headcount where the insured are recorded' },
  'workforce.written_contracts': { zh: '书面劳动合同人数', en: 'workers with a written contract' },
  'workforce.required_written': { zh: '应签劳动合同人数', en: 'workers who must have one' },
  'workforce.arrears_firms': { zh: '有欠薪的企业月', en: 'enterprise-months with arrears' },
  'workforce.arrears_known': { zh: '填报是否欠薪的企业月', en: 'enterprise-months that say so' },
  'workforce.mass_layoffs': { zh: '裁减达到界限的企业月', en: 'enterprise-months with large layoffs' },
  'workforce.identity_checked': { zh: '各项都有记录的月报', en: 'reports with every part recorded' },
  'workforce.identity_broken': { zh: '其中人数不平衡的', en: 'of these, not adding up' },
  'workforce.reporting': { zh: '报送月报的在册企业', en: 'registered enterprises that reported' },
}
