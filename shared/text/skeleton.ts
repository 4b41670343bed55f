/** 骨架镜 and 标题对仗尺. */
const chapter = (depth: number): string => (depth === 0 ? '一章' : '一节')

export const skeletonText = {
  view: '骨架看法',
  views: { headings: '标题', leads: '首句', items: '一是二是', years: '往年' } as const,
  gauges: '标题对仗',
  gaugesHint: '只是提示：写法不同自有道理的，不必改。',
  top: '全文各章',
  score: (score: number): string => `齐整度 ${score}`,
  length: (length: number, clauses: readonly number[]): string => (clauses.length > 1 ? `${clauses.join('＋')} 字` : `${length} 字`),
  repeated: (words: readonly { readonly word: string; readonly count: number }[]): string => `重复用词：${words.map(({ word, count }) => `${word} ×${count}`).join('、')}`,
  odd: (reason: 'pattern' | 'length' | 'missingPartner' | 'extraClause', usual: string | number, own: string | number): string => ({
    pattern: `其余都是“${usual}”句式，这条是“${own}”。`,
    length: `其余约 ${usual} 字，这条 ${own} 字。`,
    missingPartner: `其余都有 ${usual} 个分句，这条只有 ${own} 个，缺后半句。`,
    extraClause: `其余都是 ${usual} 个分句，这条有 ${own} 个。`,
  })[reason],
  oddMark: '不齐',
  empty: '还没有层次标题。',
  noItems: '还没有“一是、二是”。',
  noGroups: '还没有可以对照的同级标题。',
  copy: '复制骨架', copied: '骨架已复制，可以粘贴到别处。', notCopied: '没能复制骨架，请再试一次。',
  years: '对照往年', noYear: '不对照',
  yearsHint: '选一份往年材料，看哪些章节改了名、换了位置、新增或缺少。',
  choose: (year: number, title: string): string => `${year} 年　${title}`,
  kinds: { kept: '相同', renamed: '改名', moved: '移位', new: '新增', missing: '缺少' } as const,
  missing: (year: number, name: string, depth: number): string => `${year} 年有“${name}”${chapter(depth)}，本稿没有。`,
  isNew: (name: string): string => `“${name}”`,
  renamed: (before: string, now: string): string => `“${before}”改为“${now}”。`,
  moved: (name: string): string => `“${name}”`,
  allKept: '章节与那一年相同。',
} as const
