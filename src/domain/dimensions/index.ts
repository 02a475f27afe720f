import { causeAreas, causeClasses } from '../reference/causes'
import { industryGroups } from '../reference/industries'
import type { Dimension } from './dimension'
import { enumeration, fromExtract } from './kinds'
import { causeAreaOf, causeClassOf, placeOf, sectionOf } from './lying'
import { subjectDimensions } from './subjects'

/** Every dimension a number can be split or filtered by. */
export const dimensions: readonly Dimension[] = [
  fromExtract('area', '地区', 'Area', { subdistrict: placeOf(9), district: placeOf(6) }),
  fromExtract('subdistrict', '街道（镇）', 'Subdistrict', { district: placeOf(6) }),
  fromExtract('district', '区', 'District'),
  fromExtract('union', '联合工会', 'Joint union'),
  fromExtract('industry', '行业大类', 'Industry division', { industry_section: sectionOf }),
  fromExtract('industry_section', '行业门类', 'Industry section'),
  {
    id: 'industry_group',
    name: { zh: '行业组', en: 'Industry group' },
    labels: {
      kind: 'fixed',
      of: { ...industryGroups, other: { zh: '其他行业', en: 'Other industries' } },
    },
    filterable: true,
  },
  enumeration('size', '企业规模', 'Enterprise size', 'size_class'),
  { ...enumeration('cause', '争议类型', 'Cause', 'cause'), within: { cause_class: causeClassOf, cause_area: causeAreaOf } },
  {
    id: 'cause_class',
    name: { zh: '争议大类', en: 'Class of cause' },
    labels: { kind: 'fixed', of: causeClasses },
    filterable: true,
  },
  {
    id: 'cause_area',
    name: { zh: '权益领域', en: 'Area of rights' },
    labels: { kind: 'fixed', of: causeAreas },
    filterable: true,
  },
  enumeration('stage', '调处层级', 'Rung', 'stage'),
  enumeration('final_stage', '办结层级', 'Rung of closing', 'stage'),
  enumeration('outcome', '处理结果', 'Outcome', 'outcome'),
  enumeration('channel', '来源渠道', 'Source channel', 'source_channel'),
  enumeration('mode', '调解方式', 'Mode of session', 'mode'),
  {
    id: 'collective',
    name: { zh: '是否集体争议', en: 'Collective or not' },
    labels: {
      kind: 'fixed',
      of: { collective: { zh: '集体争议（十人及以上）', en: 'Collective (10 or more)' }, individual: { zh: '个人争议', en: 'Individual' } },
    },
    filterable: true,
  },
  {
    id: 'age_band',
    name: { zh: '在办时长', en: 'Age of open cases' },
    labels: {
      kind: 'fixed',
      of: {
        d015: { zh: '15 日及以内', en: 'Up to 15 days' },
        d030: { zh: '16–30 日', en: '16–30 days' },
        d060: { zh: '31–60 日', en: '31–60 days' },
        d061: { zh: '60 日以上', en: 'Over 60 days' },
      },
    },
    filterable: false,
  },
  ...subjectDimensions,
]

const byId = new Map(dimensions.map((dimension) => [dimension.id, dimension]))

/** Null when no dimension has that id: ids also come from the URL and the command line. */
export const dimensionOf = (id: string): Dimension | null => byId.get(id) ?? null
