/** A table that the input contract knows and this product does not read yet: its file is named, not mistaken for another. */
export interface LaterTable {
  readonly name: string
  readonly zh: string
}

export const laterTables: readonly LaterTable[] = [
  { name: 'union_snapshots', zh: '工会组织报表' },
  { name: 'dispute_claims', zh: '争议诉求' },
  { name: 'supervision_letters', zh: '工会劳动法律监督文书' },
  { name: 'external_cases', zh: '外部渠道案件月报' },
  { name: 'contracts', zh: '集体合同台账' },
  { name: 'contract_enterprises', zh: '集体合同覆盖企业' },
  { name: 'contract_clauses', zh: '集体合同条款' },
  { name: 'contract_inspections', zh: '集体合同履行检查' },
  { name: 'congress_terms', zh: '职代会届次' },
  { name: 'congress_meetings', zh: '职代会会议' },
  { name: 'congress_items', zh: '职代会议题与决议' },
  { name: 'proposals', zh: '职工代表提案' },
  { name: 'representatives', zh: '职工代表' },
  { name: 'trainings', zh: '职工代表培训' },
  { name: 'training_attendance', zh: '培训签到' },
  { name: 'outreach_events', zh: '政策宣讲与学习活动' },
  { name: 'outreach_attendance', zh: '活动参加企业' },
  { name: 'stance_assessments', zh: '企业主态度评估' },
  { name: 'tickets', zh: '绿色通道工单' },
  { name: 'indicators', zh: '评价指标体系' },
  { name: 'indicator_scores', zh: '评价得分' },
  { name: 'entity_flows', zh: '经营主体增减' },
  { name: 'investment_leads', zh: '招商线索' },
  { name: 'adoptions', zh: '制度推行日期' },
  { name: 'benchmarks', zh: '参考值' },
  { name: 'reports', zh: '报送登记' },
]
