/** The side panel 版面, and the unit's own layout in 设置. */
export const layoutText = {
  numbering: '编号方式',
  itemLead: '“一是”句首',
  itemLeads: { plain: '不加粗', bold: '加粗' } as const,
  itemLeadHint: '“一是……。”“二是……。”的第一句是否加粗，打印和导出时相同。',
  paper: '纸张和版心',
  facts: [
    ['纸张', 'A4，210 × 297 毫米'], ['天头', '37 毫米'], ['订口', '28 毫米'], ['版心', '156 × 225 毫米'], ['每页', '22 行'], ['每行', '28 字'],
    ['标题', '2 号小标宋'], ['正文', '3 号仿宋'], ['一、', '3 号黑体'], ['（一）', '3 号楷体'], 
  ] as const,
  pageNumber: '页码', pageNumbers: { outer: '4 号宋体，单页居右，双页居左', centre: '4 号宋体，居中' } as const,
  source: '按 GB/T 9704—2012 排版。', ownSource: (count: number) => `按 GB/T 9704—2012 排版，本单位有 ${count} 处另定。`,
  toSettings: '本单位版式…',
  unit: '版式',
  unitHint: '按 GB/T 9704—2012 排版。本单位习惯不同的，在这里逐条改，以后的导出、预览和打印都按它。',
  columns: { clause: '条款', standard: '国家标准', unit: '本单位' },
  noClause: '标准未规定', clause: (number: string) => `第 ${number} 条`, reset: (name: string) => `“${name}”恢复默认`, own: '另定',
  deviations: {
    gridMode: { name: '每行 28 字的排法', standard: '每页 22 行，每行 28 字', choices: { lines: '压缩字距（各种软件里都一样）', linesAndChars: 'Word 的字符网格' } },
    digits: { name: '数字和字母的字体', standard: '—', choices: { roman: 'Times New Roman', fangsong: '仿宋' } },
    red: { name: '红头的红色', standard: '红色，未定色值', choices: { FF0000: '正红', E60012: '印刷红', C00000: '深红' } },
    boldHeadings: { name: '一、二级标题加粗', standard: '黑体、楷体，未提加粗', choices: { false: '不加粗', true: '加粗' } },
    pageNumberPlace: { name: '页码位置', standard: '单页居右空一字，双页居左空一字', choices: { outer: '单页居右，双页居左', centre: '居中' } },
    wideTables: { name: '列数很多的表格', standard: '横排表格，页码同其他页', choices: { landscape: '排在横页上', portrait: '压缩在竖页里' } },
    tableBorders: { name: '表格线', standard: '—', choices: { grid: '全框线', threeLine: '三线表' } },
  } as const,
} as const
