/** 素材: the panel, the chooser at the caret, what is told. */
export const phrasesText = {
  search: '查找素材', searchPlaceholder: '查找素材', clear: '清除',
  add: '新加一条', more: '更多',
  importFile: '导入素材文件…', importHint: '每行一条的 .txt，类别写成【类别】', exportFile: '导出全部素材…', exportHint: '存成 .txt，可以发给同事',
  loading: '正在读取素材…',
  empty: '还没有素材。选中正文里的一句话，按 Ctrl+Shift+J 收进来。',
  nothing: '没有找到。换个词试试。',
  hint: '回车插入 · F2 修改 · Delete 删除',
  list: '素材',
  insert: '插入', edit: '修改', remove: '删除', actionsOf: '更多操作',
  form: { add: '新加素材', edit: '修改素材', text: '内容', category: '类别', note: '备注（不会插入）', save: '保存', cancel: '取消' },
  category: { of: (name: string): string => `“${name}”类别的操作`, up: '上移', down: '下移', rename: '改名', name: '类别名称' },
  count: (count: number): string => `${count} 条`,
  from: (year: number): string => `来自${year}年的材料`,
  uses: (count: number): string => `用过 ${count} 次`,

  views: { label: '素材来源', all: '全部', suggestions: '建议' },
  suggestions: {
    label: '建议收进的素材', looking: '正在翻看定稿和已归档的材料…',
    lead: (reports: number): string => `看了 ${reports} 份定稿和已归档的材料，这些话反复用到：`,
    tooFew: '有两份以上定稿或已归档的材料后，这里会列出其中反复用到的话。', nothing: '没有新的建议。反复用到的话都已收进素材，或已标为不要。',
    where: (reports: number, years: readonly number[], category: string): string => `${category}　${reports} 份材料　${yearsText(years)}`,
    accept: '收进素材', dismiss: '不要', keys: '回车收进，Delete 不要', dismissed: '以后不再建议这一条。',
  },

  chooser: '插入素材', chooserPlaceholder: '输入几个字查找素材', chooserHint: '↑↓ 选择　回车插入　Esc 返回正文',

  added: (category: string): string => `已收进素材“${category}”。`,
  known: '素材里已经有这一条。',
  nothingSelected: '请先在正文里选中要收进素材的文字。',
  tooLong: (limit: number): string => `选中的文字超过 ${limit} 字，请少选一些。`,
  removed: '已删除一条素材。',
  undo: '撤销', show: '查看',
  noPlace: '请先把光标放到正文里要插入的地方。',
  imported: (name: string, found: number, added: number): string => (added === 0 ? `“${name}”里的 ${found} 条素材原来都有，没有重复加入。` : found === added ? `从“${name}”导入了 ${added} 条素材。` : `从“${name}”导入了 ${added} 条素材，另有 ${found - added} 条原来就有。`),
  exported: (name: string, folder: string): string => `已导出“${name}”，在“${folder}”里。`,
  openFolder: '打开所在文件夹',
} as const

/** 2021、2022年; of many years the first and the last. */
function yearsText(years: readonly number[]): string {
  return years.length > 3 ? `${years[0] ?? ''}—${years[years.length - 1] ?? ''}年` : `${years.join('、')}年`
}
