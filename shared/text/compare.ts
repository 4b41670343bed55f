/** What is said about the changes between two versions. */
export const compareText = {
  equal: '两份材料的文字和层次相同。',
  summary: '增加 {added|0} 字，删去 {removed|0} 字；改动 {changed|0} 段，移动 {moved|0} 段。',
  fields: { title: '标题', addressee: '主送机关', attachments: '附件', signature: '署名', date: '成文日期', note: '附注' },
  kinds: { changed: '修改', changedTable: '表格', added: '新增', removed: '删去', moved: '移动', movedAway: '移走' },
  shapes: { level: '层次', form: '标题或条款', manner: '字体样式', cells: '表头或合并单元格' },
  review: {
    replace: '修改', insert: '增加', delete: '删去', shape: '改层次', manner: '改字体样式', cell: '改表格', table: '换表格',
    insertBlock: '增加一段', deleteBlock: '删去一段', moveBlocks: '移动', field: '改标题或落款', numbering: '改编号方式',
  },
  comment: '批注',
  numbering: '编号方式',
  pageBreak: '（分页）',
} as const
