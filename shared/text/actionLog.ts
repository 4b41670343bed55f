/** 操作记录: what was done with the archive. */
export const actionLogText = {
  title: '操作记录',
  action: '操作记录',
  actionTitle: '查看归档、封存、更正、导出等操作的记录，只能看，不能改',
  lead: '每做一件与档案有关的事都会自动记一笔，一笔扣一笔，改动、删除任何一笔都能查出来。记录里没有材料正文。',
  head: '日志校验码',
  headHint: '印在目录和备考表上的日志校验码，用来和纸上核对。',
  columns: { number: '序号', time: '时间', action: '操作', report: '材料', detail: '说明' },
  empty: '还没有操作记录。',
  loading: '正在核对操作记录……',
  sound: '共 {count|0} 笔，前后相扣，没有改动。',
  shown: '下面列出最近 {count|0} 笔，全部记录请导出查看。',
  broken: '有 {count|0} 处对不上：{places|}。请勿改动数据文件夹，并请管理员查看。',
  problems: { damaged: '第 {number|} 笔内容有变化', missing: '缺第 {number|} 笔', chain: '第 {number|} 笔与前一笔对不上' },
  save: '导出记录…',
  fileName: '操作记录',
  filter: '操作记录（每行一笔）',
  actions: {
    file: '归档', number: '补编档号', correct: '更正', seal: '封存年度', copy: '复制封存档案', export: '导出文件', import: '导入', trash: '移到回收站', restore: '还原', backup: '备份', pack: '打包', unpack: '接收资料包',
  },
} as const
