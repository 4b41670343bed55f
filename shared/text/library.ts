/** 书架: years, rows, new reports, search, trash, first start. */
export const libraryText = {
  years: '年度',
  allYears: '年度列表',
  trash: '回收站',
  hasDrafts: '有草稿',
  reports: '材料',
  loading: '正在读取书架……',
  columns: { title: '标题', kind: '类别', unit: '单位', state: '状态', savedAt: '最近改动', characters: '字数', actions: '操作' },
  noUnit: '未填单位',
  correction: '更正稿',

  actions: {
    of: '更多操作：',
    open: '打开', openReadOnly: '查看', duplicate: '复制一份', review: '送审', final: '定稿', backToDraft: '退回草稿', file: '归档…', correct: '更正', trash: '移到回收站', restore: '还原',
  },
  duplicated: '已复制一份，在本年度列表中。',
  trashed: '已移到回收站。',
  restored: '已还原。',
  stateChanged: { draft: '已退回草稿。', review: '已送审。', final: '已定稿。' },

  emptyYear: '这一年还没有材料。',
  emptyTrash: '回收站是空的。',
  emptyShelf: '书架还是空的。写第一份材料，或把以前的 Word、WPS、纯文本文件拖进来；成批的旧材料用“导入文件夹”。',
  missingKinds: '去年有、今年还没有：',
  startFromLastYear: '从去年的材料开始',

  create: {
    button: '新建',
    menu: '新建材料',
    blank: '空白材料', blankHint: '从一张白纸写起',
    template: '按模板', templateHint: '先搭好提纲，再逐节填写',
    lastYear: '用上年报告', lastYearHint: '年份自动推后，数字和日期标出待更新',
    files: '导入文件…', filesHint: 'Word、WPS、PDF、网页或文本文件，可一次选多份',
    paste: '粘贴全文…', pasteHint: '从 Word 或网页复制过来',
    titles: { blank: '新建空白材料', template: '按模板新建', lastYear: '用上年报告新建' },
    kind: '类别', year: '年度', unit: '单位', unitHint: '会写进标题和落款；以后可在设置里改默认单位。', unitPlaceholder: '如：清源县档案局',
    badYear: '请填四位数的年度。',
    templates: '模板', skeleton: '提纲',
    from: '以哪一份为底稿', noOlder: '书架上还没有更早年度的材料。可以先把上年的报告导入进来。',
    confirm: '新建', cancel: '取消',
  },

  search: {
    label: '在所有年度中查找', placeholder: '查找所有年度的材料', clear: '清除查找', searching: '正在查找……',
    goingOn: (found: number) => `已找到 ${found} 处，还在查找……`,
    nothing: '没有找到。换个词，或少写几个字试试。', title: '查找结果',
    places: { title: '标题', addressee: '主送', block: '正文', signature: '落款', attachment: '附件' },
  },

  damage: {
    title: '有材料需要留意',
    untitled: '认不出标题的材料',
    folder: '文件夹',
  },

  welcome: {
    title: '欢迎使用案牍',
    lead: '案牍帮您写年度报告：左边是提纲，右边是正文；写好后导出规范的 Word 文件，定稿后按年度归档。书架上放了几份范例，可随意改动。',
    steps: [
      { title: '打开一份范例', text: '左边点提纲，右边就到那一节；拖动标题，整节一起走。' },
      { title: '导入去年的报告', text: '选一个 Word（.docx）或纯文本文件，标题、层次和落款会自动认出来。' },
      { title: '按模板写一份', text: '选好类别，提纲和序号已经排好，只管往里写。' },
    ],
    buttons: ['打开范例', '导入文件', '按模板新建'],
    done: '知道了，不再显示',
  },
} as const

/** 「2025年」 over a list. */
export function yearName(year: number): string {
  return `${year}年`
}

/** How many reports a year holds, as read aloud with the year. */
export function yearCount(count: number): string {
  return `${count}份`
}

/** The number of characters with its unit. */
export function characterCountText(characters: number): string {
  return `${groupDigits(characters)} 字`
}

/** 12 345: groups of three with a narrow space, as in the outline. */
export function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ')
}

/** Below a list that is too long to be shown whole. */
export function moreRowsText(shown: number, total: number): string {
  return `共 ${total} 份，只列出最近的 ${shown} 份，其余请用查找`
}

/** What a search found. `shown` is less than `total` if the list was cut. */
export function hitCountText(total: number, shown: number): string {
  return total > shown ? `共 ${total} 处，先列出 ${shown} 处` : `共 ${total} 处`
}

/** The parts of a moment, in the clerk's own time zone. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

/** A time as a clerk says it: 今天 14:03, 昨天 09:30, 3月5日 10:20, 2024年12月31日. */
export function momentText(moment: Moment, relation: 'today' | 'yesterday' | 'thisYear' | 'older'): string {
  const time = `${String(moment.hour).padStart(2, '0')}:${String(moment.minute).padStart(2, '0')}`
  switch (relation) {
    case 'today': return `今天 ${time}`
    case 'yesterday': return `昨天 ${time}`
    case 'thisYear': return `${moment.month}月${moment.day}日 ${time}`
    case 'older': return `${moment.year}年${moment.month}月${moment.day}日`
  }
}

/** The button that starts a report of this kind from last year's. */
export function startKindText(kind: string): string {
  return `用去年的“${kind}”开始写`
}
