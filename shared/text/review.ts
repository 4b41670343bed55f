/** 读回: the changes of an edited Word copy, accepted or refused one by one. */
export const reviewText = {
  before: '读回前',
  start: '读回改过的 Word…', startHint: '领导在 Word 里改过的稿子，可以逐处采纳。也可以把文件拖到这里。', dropHere: '松开，读回这份 Word',
  title: (fileName: string): string => `读回“${fileName}”`,
  left: (open: number, all: number): string => (all === 0 ? '与现在的稿子没有不同' : open === 0 ? `${all} 处都已处理` : `共 ${all} 处，还有 ${open} 处`),
  list: '改动', acceptAll: '全部采纳', refuseAll: '全部不采纳', end: '结束读回',
  accept: '采纳', refuse: '不采纳', reopen: '重新考虑',
  decisions: { accepted: '已采纳', refused: '未采纳', lost: '原处已改，未采纳' } as const,
  keys: 'Enter 采纳　Delete 不采纳　↑↓ 选择',
  lost: (count: number): string => `${count} 处的原文已经改动，没有采纳。请对照着改。`,
  comment: (author: string): string => (author === '' ? '批注' : `${author}批注`),
  otherComments: '其他批注', aboutQuote: (quote: string): string => `针对“${quote}”`,
  nothing: '这份 Word 与现在的稿子文字相同，没有需要采纳的改动。',
  shape: (before: string, after: string): string => `${before} → ${after}`,
  moved: (count: number): string => (count === 1 ? '这一段移到别处' : `这 ${count} 段移到别处`),
  numbering: (before: string, after: string): string => `${before} → ${after}`,
} as const
