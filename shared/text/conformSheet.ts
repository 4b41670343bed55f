/** 条款体检单: what a Word file has, clause by clause. */
export const conformSheetText = {
  title: '条款体检单',
  lead: (file: string) => `《${file}》逐条对照 GB/T 9704—2012`,
  busy: '正在逐条核对…',
  results: { pass: '符合', fail: '不符', byHand: '需人工核对' } as const,
  filter: '显示', filters: { all: '全部', fail: '不符', byHand: '需人工核对' } as const,
  count: (label: string, count: number) => `${label} ${count}`,
  summary: (pass: number, fail: number, byHand: number) => `${pass} 条符合${fail === 0 ? '' : `，${fail} 条不符`}${byHand === 0 ? '' : `，${byHand} 条需人工核对`}。`,
  item: '项目', required: '规定', found: '文件', result: '结果',
  clause: (clause: string) => (/^\d/.test(clause) ? `第 ${clause} 条` : clause),
  chapters: {
    '4': '公文用纸', '5': '幅面和版面', '6': '印制装订', '7.1': '公文格式各要素', '7.2': '版头', '7.3': '主体', '7.4': '版记', '7.5': '页码', '8': '横排表格', '9': '计量单位、标点和数字', '10': '特定格式', '11': '式样',
  } as Readonly<Record<string, string>>,
  otherChapter: '文件本身',
  empty: { all: '没有条款。', fail: '没有不符的条款。', byHand: '没有要人工核对的条款。' } as const,
  other: '检查其他 Word 文件…', dropHint: '把同事的 Word 文件拖到这里，也能查。',
  copy: '复制成文字', copied: '体检单已复制。', notCopied: '没有复制成，请再点一次。', print: '打印',
  rebuild: '导入并按规范重排', rebuildHint: '原文件不动，导入后在写作里打开，导出就是规范的版面。',
  show: '体检单',
} as const
