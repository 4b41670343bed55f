/** 导入文件夹: choosing, the table, what is doubtful, the report. */
export const folderImportText = {
  command: '导入文件夹…',
  title: '导入文件夹',
  hint: '成百份旧材料一次读完，核对后放上书架',

  chooseLead: '选一个放旧材料的文件夹，里面的子文件夹也会读。先列出标题、年度、类别和单位供核对，核对好才放上书架；原文件不改动，另存一份。',
  choose: '选择文件夹…',
  earlier: '以前的导入',
  goOn: '继续',
  see: '查看',
  forget: (name: string) => `从列表中去掉“${name}”，已导入的材料不动`,
  earlierLine: (files: number, stored: number, chosen: number) => (chosen > 0 ? `${files} 个文件，已导入 ${stored} 份，还有 ${chosen} 份没有导入` : `${files} 个文件，已导入 ${stored} 份`),

  looking: (done: number, total: number) => `正在读文件：${done} / ${total}`,
  storing: (done: number, total: number) => `正在放上书架：${done} / ${total}`,
  stop: '停下',
  stopped: '已停下，读过的都记着；随时可以继续。',
  lookOn: '继续读',
  store: (count: number) => `导入 ${count} 份`,
  another: '另选文件夹…',
  done: '完成',
  open: '打开',

  tabs: { all: '全部', attention: '需要留意', refused: '不能导入', left: '不导入', stored: '已导入' },
  tab: (name: string, count: number) => `${name} ${count}`,
  view: '列出哪些文件',
  search: '按文件名或标题筛选',
  noRows: '这一类没有文件。',
  emptyFolder: '这个文件夹里没有可以读的文件。',
  table: '文件夹里的文件',
  columns: { isIn: '导入', title: '标题', year: '年度', kind: '类别', unit: '单位', notes: '说明', file: '文件' },
  take: (name: string) => `导入“${name}”`,
  takeAll: '全部导入',
  takeNone: '全部不导入',
  titleOf: (name: string) => `“${name}”的标题`,
  yearOf: (name: string) => `“${name}”的年度`,
  kindOf: (name: string) => `“${name}”的类别`,
  unitOf: (name: string) => `“${name}”的单位`,
  waiting: '还没有读',
  thisFile: '这个文件',

  together: '列出的一起改',
  togetherLead: (count: number) => `列出的 ${count} 份一起改：`,
  apply: '改',

  counts: (stored: number, attention: number, refused: number, left: number) => `已导入 ${stored} 份${some(attention, '，其中', '份需要留意')}${some(refused, '；', '个文件不能导入')}${some(left, '；', '个没有导入')}。`,
  cutOff: '文件太多，一次最多读 5000 个，其余的没有读。请把文件夹分开，分几次导入。',
  summary: (ready: number, attention: number, refused: number) => `可以导入 ${ready} 份${some(attention, '，其中', '份需要留意')}${some(refused, '；', '个文件不能导入')}。`,
  unread: (count: number) => `还有 ${count} 个文件没有读，随时可以继续。`,
  saveReport: '保存表格…',
  saveText: '保存文字报告…',
  reportTitle: '保存导入报告',
  reportName: (folder: string) => `导入报告（${folder}）`,
  filters: { csv: '表格', txt: '纯文本' },
  saved: (name: string) => `已保存：${name}`,
  dropped: '请用“选择文件夹…”选中刚才拖来的文件夹。',
} as const

function some(count: number, before: string, after: string): string {
  return count === 0 ? '' : `${before}${before.length > 1 ? ' ' : ''}${count} ${after}`
}

/** What is said of a file; see the contract of the import of folders. */
export interface SaidOfFile {
  readonly code: keyof typeof doubtTexts | 'met' | 'aside'
  readonly count?: number | undefined
  readonly text?: string | undefined
  readonly other?: number | undefined
}

/** A sentence for each doubt, one for all files that it is like; what was met has its own. `nameOf` names another row. */
export function doubtTextsOf(doubts: readonly SaidOfFile[], nameOf: (row: number) => string): readonly string[] {
  const related = doubts.filter(({ code }) => code === 'related')
  return doubts.flatMap((doubt) => {
    const { code, count = 0, text = '', other } = doubt
    if (code === 'met' || code === 'aside') return [text]
    if (code === 'related') return doubt === related[0] ? [doubtTexts.related.replace('{others}', () => related.map((each) => `“${each.other === undefined ? '' : nameOf(each.other)}”`).join(''))] : []
    if (code === 'yearDoubtful' && count > 0) return [`年度拿不准，别处写的是 ${count} 年`]
    return [doubtTexts[code].replace('{count}', String(count)).replace('{other}', () => (other === undefined ? '' : nameOf(other)))]
  })
}

const doubtTexts = {
  onShelf: '书架上已有这一份',
  wasStored: '导入过，后来从书架上移走了；要的话请勾选',
  copy: '与“{other}”内容相同，只取那一份',
  related: '与{others}九成以上相同',
  noTitle: '没有认出标题，暂用文件名',
  yearUnknown: '没有认出年度，暂按文件日期',
  yearDoubtful: '年度拿不准，请核对',
  short: '全文只有 {count} 字',
  findings: '{count} 处序号或层次需要核对',
  setAside: '{count} 行不属于正文，已另存',
} as const

/** Why a file was not looked at. */
export const skipTexts = {
  hidden: '隐藏文件', link: '链接，没有跟进去', empty: '空文件', program: '程序用的文件或数据，不是材料', lockFile: '打开文件时留下的临时文件', systemFile: '系统文件',
  tooDeep: '文件夹套得太深', tooMany: '超出一次 5000 个文件，请分几次导入', notListed: '文件太多，从这里起没有列出，请分几次导入', dataFolder: '案牍自己的数据文件夹',
} as const

/** What became of a file. */
export const fateTexts = {
  stored: '已导入', known: '书架上已有', refused: '不能导入', failed: '没有存进去', chosen: '还没有导入', left: '没有选', skipped: '没有读', waiting: '还没有读',
} as const

/** Columns of the report of an import. */
export const reportColumns = ['文件', '结果', '标题', '年度', '类别', '单位', '格式', '需要留意', '说明', '材料编号'] as const

/** The command line about a folder. */
export const folderCliText = {
  row: '{year|}年  {kind|}  {unit|—}  {title|}  ← {file|}',
  stored: '已导入：{title|}（{year|}年） {id|}',
  known: '书架上已有：{title|}（{year|}年） {id|}',
  left: '没有导入：{file|}（{why|}）',
  badReport: '“{value|}”不是能写报告的文件名，请用 .csv 或 .txt 结尾。',
} as const
