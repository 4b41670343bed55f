/** The kinds of yearly report; a row more is a kind more (SPEC REPORT-7). `name` is what the clerk reads, `titleWords` finds the kind in a title, first match wins. */
export const reportKinds = [
  { id: 'ideologicalWork', name: '思想政治工作', titleWords: ['思想政治'] },
  { id: 'ideology', name: '意识形态工作', titleWords: ['意识形态'] },
  { id: 'partyBuilding', name: '党建工作', titleWords: ['党建', '党的建设', '全面从严治党'] },
  { id: 'safety', name: '安全生产工作', titleWords: ['安全生产'] },
  { id: 'ruleOfLaw', name: '法治建设工作', titleWords: ['法治', '依法行政', '普法'] },
  { id: 'general', name: '年度工作', titleWords: ['年度工作', '工作总结', '工作报告', '工作情况'] },
  { id: 'other', name: '其他', titleWords: [] },
] as const satisfies readonly { readonly id: string; readonly name: string; readonly titleWords: readonly string[] }[]

export type ReportKindId = (typeof reportKinds)[number]['id']
