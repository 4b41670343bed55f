/** Import: pasted text, files, what came in and what did not. */
export const transferText = {
  pasteTitle: '粘贴全文',
  pasteLabel: '全文',
  pastePlaceholder: '在这里粘贴全文，标题、层次和落款会自动认出来。',
  year: '年度',
  yearHint: '不填则从正文中认。',
  badYear: '请填四位数的年度，或留空。',
  pasteConfirm: '导入',
  resultTitle: '导入结果',
  open: '打开',
  done: '完成',
  importedTitle: '已放上书架',
  refusedTitle: '没有导入',
  untitled: '（没有认出标题）',
  perfect: '层次和序号都对得上',
  isKnown: '这个文件以前导入过，没有再添一份；打开的就是原来那份',
} as const

/** How many came in and how many did not. */
export function outcomeText(imported: number, refused: number): string {
  if (refused === 0) return `导入了 ${imported} 份材料。`
  return imported === 0 ? `${refused} 个文件没有导入。` : `导入了 ${imported} 份材料，${refused} 个文件没有导入。`
}

/** Numbers in the text that do not agree, shown at their places on the desk. */
export function findingsText(findings: number): string {
  return `${findings} 处需要核对`
}

/** One of them, with its line in the source. */
export function noteText(line: number, text: string): string {
  return `第 ${line} 行　${text}`
}

/** Lines that are no part of the report. */
export function setAsideText(lines: number): string {
  return `${lines} 行广告或网页残留已另存，不进正文`
}

/** Under which year it stands and how its characters were read. */
export function importedDetail(year: number, encoding: string): string {
  return `${year}年 · ${encoding} 编码`
}

/** While several files are read. */
export function importingText(files: number): string {
  return `正在导入 ${files} 个文件……`
}
