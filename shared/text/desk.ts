/** The desk: outline, editor, toolbar, status line. */
export const deskText = {
  outline: '提纲',
  showToLevel: '展开到',
  level: (level: number): string => `${level}级`,
  showItems: '显示“一是”条目',
  hideOutline: '收起提纲',
  showOutline: '展开提纲',
  emptyOutline: '还没有层次标题。在段首输入“一、”，或选中一段后点“一、”。',
  sectionUp: '整节上移', sectionDown: '整节下移', promote: '升一级', demote: '降一级', rename: '改标题', asClause: '作为条款，不作标题', asHeading: '作为标题',
  clause: '条款',
  characters: (count: number): string => `${groupDigits(count)} 字`,

  outlineWidth: '提纲宽度',
  panel: '侧栏', showPanel: '打开侧栏', closePanel: '关闭侧栏',
  panels: { skeleton: '骨架', reference: '对照', phrases: '素材', versions: '版本', layout: '版面', cleaning: '清理' } as const,

  editor: '正文',
  levels: '层次',
  levelLabels: ['正文', '一、', '（一）', '1.', '（1）'] as const,
  places: { title: '标题', addressee: '主送机关（可不填）', body: '正文。在段首输入“一、”“（一）”，就成为标题', attachment: '附件说明（可不填）', signature: '署名', date: '成文日期', note: '附注（可不填）' },
  state: '状态',
  file: '归档',
  details: '材料信息',
  kind: '类别', year: '年度', unit: '单位', numbering: '编号方式',
  schemes: { restart: '一、（一）1.　每章重新编号', continuous: '一、（一）1.　二级连续编号', decimal: '1　1.1　1.1.1', chapter: '第一章　第一节　一、' } as const,
  close: '关闭',

  setAside: (count: number): string => `导入时搁置了 ${count} 行`,
  setAsideHint: '看起来不属于正文（广告、网页残留），不会打印。',
  setAsideShow: '查看', setAsideHide: '收起', putBack: '放回正文',
  stale: (count: number): string => `${count} 处沿用去年，尚未确认`,
  fellBack: (generation: number): string => `最近一次存档（第 ${generation} 版）已损坏，已放入隔离区；现在打开的是前一版，请核对。`,
  conflict: '这份材料同时在别处改过。两边的内容都已存档，没有丢失；现在保存的是这个窗口里的内容。',
  conflictChoose: '对比、选用',
  readOnlyFiled: '已归档，只能查看。需要修改时请在“归档”里做更正。',
  readOnly: '只能查看，不能修改。',
  pasteTooLarge: (characters: number): string => `粘贴的文字有 ${groupDigits(characters)} 字，超过 100 万字，没有粘贴。请分几次粘贴。`,

  saved: (time: string): string => `已保存 ${time}`,
  savedBefore: '已保存',
  changed: '有改动，即将保存',
  saving: '正在保存…',
  failed: '未能保存',
  tryAgain: '再试一次',
  page: (format: string) => `${format} · 22 行 × 28 字`,
  pages: (count: number): string => `共 ${count} 页`,
  pagePlace: (page: number, line: number): string => `第 ${page} 页第 ${line} 行`,
  zoom: '页面缩放', zoomIn: '放大', zoomOut: '缩小',
  opening: '正在打开…',

  exported: (name: string, folder: string, pages?: number): string => `已导出“${name}”${pages === undefined ? '' : `（共 ${pages} 页）`}，在“${folder}”里。`,
  titleBreaks: '换一种分行', titleAuto: '自动分行',
  openFile: '打开文件', openFolder: '打开所在文件夹',
} as const

/** 1640 → 1 640, with a narrow blank. */
export function groupDigits(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
}
