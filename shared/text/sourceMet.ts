/** What a file from outside had beside its text, told to the clerk after the import. */

/** How often each was met; see the readers. */
export interface SourceCounts {
  readonly hidden: number
  readonly changes: number
  readonly notes: number
  readonly comments: number
  readonly margins: number
  readonly pageNumbers: number
  readonly textBoxes: number
  readonly drawings: number
  readonly objects: number
  readonly damaged: number
  readonly cut: number
  readonly unreadable: number
  readonly joined: number
}

const words: readonly (readonly [keyof SourceCounts, (count: number) => string])[] = [
  ['cut', () => '文件末尾不完整，断开处的字没有读入，请核对末尾'],
  ['unreadable', (count) => `有 ${count} 个字无法识读，正文中以“\ufffd”占位，请对照原文件补上`],
  ['damaged', (count) => `文件有 ${count} 处已损坏（样式、编号或脚注），正文完整，自动编号请与原文件核对`],
  ['joined', (count) => `原文在行末断开，已接回 ${count} 处，请核对分段`],
  ['changes', (count) => `有 ${count} 处修订痕迹，按已接受读入`],
  ['hidden', (count) => `有 ${count} 个隐藏的字，没有读入`],
  ['notes', (count) => `有 ${count} 条脚注或尾注，已另存，不进正文`],
  ['comments', (count) => `有 ${count} 条批注，已另存，不进正文`],
  ['margins', (count) => `页眉页脚里有 ${count} 行文字，已另存，不进正文`],
  ['pageNumbers', (count) => `有 ${count} 个页码夹在段落中间，已另存，不进正文`],
  ['textBoxes', (count) => `有 ${count} 个文本框，文字接在所在段落之后`],
  ['drawings', (count) => `有 ${count} 个图形或图片不能带入，原文件里还有`],
  ['objects', (count) => `有 ${count} 个嵌入对象或宏，没有打开`],
]

/** What may have changed or shortened the text itself: such a file is to be compared with its original. The rest stands beside the text, kept or of no weight. */
export const metToCheck: ReadonlyArray<keyof SourceCounts> = ['cut', 'unreadable', 'damaged', 'joined', 'changes', 'hidden', 'drawings', 'objects']

/** A sentence for each that was met, the one a clerk must know first; of `keys` only, if given. */
export function sourceMetTexts(counts: SourceCounts, keys?: ReadonlyArray<keyof SourceCounts>): readonly string[] {
  return words.flatMap(([key, say]) => (counts[key] > 0 && keys?.includes(key) !== false ? [say(counts[key])] : []))
}

/** A comment among the lines that were set aside. */
export function commentLine(author: string, text: string): string {
  return author === '' ? `批注：${text}` : `批注（${author}）：${text}`
}
