/** Hints of structure (SPEC HINT): one sentence each, which says what to do. */
type Facts = Readonly<Record<string, string | number>>

const levels = ['正文', '一、', '（一）', '1.', '（1）', '①'] as const
const numerals = '零一二三四五六七八九十'

function ordinal(value: string | number | undefined): string {
  return numerals.charAt(Number(value)) || String(value)
}

/** 3, as 三是 says it: 二是 → 三是. */
function nextMarker({ marker, expected }: Facts): string {
  return String(marker).replace(/[一二三四五六七八九十]+/, ordinal(expected))
}

const sentences = {
  levelSkip: ({ above, level }: Facts) => `“${levels[Number(above)] ?? ''}”下直接用了“${levels[Number(level)] ?? ''}”，中间少一级；有意这样可不改，否则把它升一级。`,
  emptySection: () => '这一节还没有内容，请补写或删去。',
  onlyChild: () => '上一级只分出这一条，请并入上文，或再分出一条。',
  itemGap: (facts: Facts) => `“${String(facts['marker'])}”接不上前面，按顺序应为“${nextMarker(facts)}”，请核对是否漏项。`,
  itemDouble: (facts: Facts) => `“${String(facts['marker'])}”重复，按顺序应为“${nextMarker(facts)}”。`,
  mixedMarkers: ({ marker, usual }: Facts) => `前面用“${String(usual)}”，这里是“${String(marker)}”，同一组请统一。`,
  mixedEnding: ({ hasStop }: Facts) => (hasStop === 1 ? '同级标题多数不加句号，请删去这里的句号。' : '同级标题多数以句号结尾，请在这里补上句号。'),
  mixedRunIn: ({ isWhole }: Facts) => (isWhole === 1 ? '其余同级标题后面都接正文，这一条单独成行，请统一。' : '其余同级标题都单独成行，这一条后面接着正文，请统一。'),
  longHeading: ({ count, most }: Facts) => `标题有 ${String(count)} 字，超过 ${String(most)} 字，请精简。`,
  stale: ({ count }: Facts) => `${String(count)} 处沿用去年，请更新或确认。`,
  underTarget: ({ target, by }: Facts) => `目标 ${String(target)} 字，还差 ${String(by)} 字。`,
  overTarget: ({ target, by }: Facts) => `目标 ${String(target)} 字，超出 ${String(by)} 字，请压缩。`,
} as const

/** The sentence of a hint with its places filled. */
export function hintSentence(kind: keyof typeof sentences, facts: Facts): string {
  return sentences[kind](facts)
}
