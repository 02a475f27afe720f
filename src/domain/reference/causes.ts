import type { enums } from '../enums'
import type { Bilingual } from '../text'

export type Cause = (typeof enums)['cause'][number]['value']

/** A class of disputes in art. 2 of the Labor Dispute Mediation and Arbitration Law, short and as the law words it. */
export interface CauseClass extends Bilingual {
  readonly text: Bilingual
}

/** The six classes of art. 2, by number. */
export const causeClasses = {
  1: { zh: '确认劳动关系', en: 'Existence of labor relation', text: { zh: '因确认劳动关系发生的争议', en: 'disputes over the existence of a labor relation' } },
  2: { zh: '劳动合同', en: 'Labor contract', text: { zh: '因订立、履行、变更、解除和终止劳动合同发生的争议', en: 'disputes over making, performing, changing, dissolving and ending a labor contract' } },
  3: { zh: '除名、辞退和离职', en: 'Removal, dismissal and leaving', text: { zh: '因除名、辞退和辞职、离职发生的争议', en: 'disputes over removal, dismissal, resignation and leaving' } },
  4: { zh: '工时、保险与保护', en: 'Hours, insurance and protection', text: { zh: '因工作时间、休息休假、社会保险、福利、培训以及劳动保护发生的争议', en: 'disputes over hours, rest, social insurance, welfare, training and labor protection' } },
  5: { zh: '报酬与补偿', en: 'Pay and compensation', text: { zh: '因劳动报酬、工伤医疗费、经济补偿或者赔偿金等发生的争议', en: 'disputes over pay, work-injury medical cost, severance or damages' } },
  6: { zh: '其他', en: 'Other', text: { zh: '法律、法规规定的其他劳动争议', en: 'other labor disputes by law or regulation' } },
} as const satisfies Record<number, CauseClass>

export type CauseClassNumber = keyof typeof causeClasses

/** Classes of the labor yearbook's table of disputes. */
export const yearbookClasses = {
  remuneration: { zh: '劳动报酬', en: 'Labour remuneration' },
  insurance_welfare: { zh: '社会保险和福利', en: 'Social insurance and welfare' },
  protection: { zh: '劳动保护', en: 'Labour protection' },
  training: { zh: '职业培训', en: 'Occupational training' },
  contract_change: { zh: '变更、解除、终止劳动合同', en: 'Changing, relieving or ending the contract' },
  others: { zh: '其他', en: 'Others' },
} as const satisfies Record<string, Bilingual>

export type YearbookClass = keyof typeof yearbookClasses

/**
 * The four areas of rights the regional congress set out to protect, and the rest.
 * The first is wider than 劳动合同签订, its name in the source text: it also takes in how a contract is changed and ended.
 */
export const causeAreas = {
  contract: { zh: '劳动合同', en: 'Labor contract' },
  pay: { zh: '工资支付', en: 'Payment of wages' },
  insurance: { zh: '社会保险', en: 'Social insurance' },
  protection: { zh: '劳动保护', en: 'Labor protection' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>

export type CauseArea = keyof typeof causeAreas

export interface CauseClasses {
  readonly lawClass: CauseClassNumber
  readonly yearbookClass: YearbookClass
  readonly area: CauseArea
}

/**
 * Where each cause belongs. A crosswalk of our own: neither the law nor the yearbook lists these causes.
 * Double pay is money owed as a sanction (class 5), yet it stands or falls with the unsigned contract (area contract).
 */
export const causes: Readonly<Record<Cause, CauseClasses>> = {
  contract_unsigned: { lawClass: 2, yearbookClass: 'others', area: 'contract' },
  double_pay: { lawClass: 5, yearbookClass: 'remuneration', area: 'contract' },
  contract_dissolution: { lawClass: 2, yearbookClass: 'contract_change', area: 'contract' },
  contract_termination: { lawClass: 2, yearbookClass: 'contract_change', area: 'contract' },
  contract_change: { lawClass: 2, yearbookClass: 'contract_change', area: 'contract' },
  pay_arrears: { lawClass: 5, yearbookClass: 'remuneration', area: 'pay' },
  pay_other: { lawClass: 5, yearbookClass: 'remuneration', area: 'pay' },
  overtime: { lawClass: 5, yearbookClass: 'remuneration', area: 'pay' },
  severance_damages: { lawClass: 5, yearbookClass: 'contract_change', area: 'contract' },
  social_insurance: { lawClass: 4, yearbookClass: 'insurance_welfare', area: 'insurance' },
  work_injury: { lawClass: 5, yearbookClass: 'insurance_welfare', area: 'insurance' },
  hours_rest: { lawClass: 4, yearbookClass: 'protection', area: 'protection' },
  welfare: { lawClass: 4, yearbookClass: 'insurance_welfare', area: 'other' },
  training: { lawClass: 4, yearbookClass: 'training', area: 'other' },
  labor_protection: { lawClass: 4, yearbookClass: 'protection', area: 'protection' },
  female_protection: { lawClass: 4, yearbookClass: 'protection', area: 'protection' },
  relation_confirmation: { lawClass: 1, yearbookClass: 'others', area: 'contract' },
  dispatch: { lawClass: 6, yearbookClass: 'others', area: 'other' },
  noncompete: { lawClass: 2, yearbookClass: 'others', area: 'other' },
  other: { lawClass: 6, yearbookClass: 'others', area: 'other' },
}

/** Causes of an area, in the order of the vocabulary. */
export const causesOfArea = (area: CauseArea): Cause[] => (Object.keys(causes) as Cause[]).filter((cause) => causes[cause].area === area)
