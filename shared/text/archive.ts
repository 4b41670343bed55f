/** 归档: what is filed, what can be filed, and what filing means. */
export const archiveText = {
  title: '归档',
  years: '年度',
  allYears: '归档年度列表',
  ready: '可以归档',
  readyHint: '已定稿、还没有归档的材料。',
  file: '归档…',
  filed: '已归档',
  loading: '正在核对归档材料……',
  empty: '还没有归档的材料。材料定稿后，就可以在这里归档。',
  columns: { number: '档号', noNumber: '未编号', title: '标题', kind: '类别', filedAt: '归档日期', sha256: '校验码', intact: '完好', actions: '操作' },
  intact: '完好',
  notLooked: '待核对',
  rounds: (fresh: number, pieces: number, lastAt: string, broken: number) => (lastAt === '' ? `自动核对：共 ${pieces} 件，还没有核对过。` : `自动核对：近 30 天核对过 ${fresh} / ${pieces} 件，${broken === 0 ? '全部完好' : `${broken} 件有变化`}。上次 ${lastAt}。`),
  foundBroken: (titles: readonly string[]) => `自动核对发现，${titles.map((title) => `《${title}》`).join('、')}与归档时不一致。请从备份或封存包中恢复，详见“归档”。`,
  roundsHint: '程序开着时，自动把归档和封存的材料逐件重读一遍，与归档时的校验码核对。',
  changed: '内容有变化',
  changedAdvice: '与归档时的校验码不一致。请勿使用此件，并请管理员查看数据文件夹。',
  sha256: 'SHA-256 校验码',
  copySha: '复制完整校验码',
  copied: '校验码已复制。',
  superseded: '已有更正稿',
  openWord: '打开 Word',
  openReadOnly: '查看',
  correct: '更正',
  correctTitle: '为这份材料新建一份更正稿，原件不动',
  actionsOf: '更多操作：',
  filedAs: (number: string): string => `已归档，档号 ${number}。材料今后只能查看，不能再改。`,
  filedToast: '已归档。材料今后只能查看，不能再改。',
  confirmTitle: '归档',
  confirmLead: '归档后不能撤回。将会：',
  confirmSteps: [
    '材料变为只读，今后不能再修改；',
    '记下内容的校验码，以后随时可以核对有没有变化；',
    '按规范格式生成一份 Word 文件，与材料放在一起保存。',
  ],
  confirmAfter: '以后确需修改，可以用“更正”另写一份，原件仍然保留。',
  confirm: '归档',
  proposal: { number: '档号', year: '归入年度', retention: '保管期限', unit: '机构（问题）', pages: '页数', pageCount: (pages: number): string => `${pages} 页`, yearOf: (year: number): string => `${year}年度` },
  suggested: (term: string): string => `按类别建议${term}。`, suggestedOther: (term: string): string => `按类别建议的是${term}。`,
  noFonds: '还没有全宗号，档号里先空着，件号照编。可以先到“设置”的“归档”里填写；归档后再填，要逐件补上。',
  toSettings: '去设置', counting: '正在计算……',
} as const

/** 「2025年度」 of the archive. */
export function archiveYear(year: number): string {
  return `${year}年度`
}
