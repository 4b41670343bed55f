/** Texts that put every awkward piece at every place near the end of a line: for the page model, the printed page and the page on the screen. */

/** Plain characters to push a piece along the line. */
export const filler = '山水林田湖草沙是一个生命共同体要统筹治理系统推进全县各级各部门要认真抓好落实'

/** What is awkward at the end of a line, by name. */
export const awkwardPieces: Readonly<Record<string, readonly string[]>> = {
  marks: ['，然后', '。然后', '、然后', '；然后', '：然后', '？然后', '！然后', '，”然后', '。”然后', '）。然后', '》、《然后》', '）（然后）', '」。', '％。然后', '!然后', ',然后', '.然后'],
  quotes: ['“十四五”规划', '“放管服”“一网通办”等', '‘小切口’改革', '《实施意见》和《管理办法》', '（试行）', '〔2025〕12号', '「专项」行动', '【说明】内容', '“《办法》（试行）”'],
  dashes: ['——这是重点', '……等等', '—然后', '－然后', '～然后', '2024—2025年', '2024-2025年', '2024～2025年', '……。然后', '——“两山”', '·然后', '/然后'],
  numbers: ['128.6公里', '98.7%的', '98.7％的', '1,234,567.89元', '2025年12月26日', '12:30开始', '3/4的', '±0.5毫米', '25℃以上', '№15', '￥1200元', '$1200的', '第1、2、3项', '1.5—2.5倍', '0000—1234567', '×××村'],
  marksAndLatin: ['，2025年', '。2025年', '；2025年', '：2025年', '、2025年', '）2025年', '》2025年', '”2025年', '〕2025年', '」2025年', '！2025年', '，Abc的', '。Abc的', '；Abc的', '：Abc的', '、Abc的', '）Abc的', '》Abc的', '”Abc的', '〕Abc的', '％Abc的', '—2025年', '——2025年', '……2025年', '×2025年', '·2025年'],
  latinAndMarks: ['2025（年）', '2025《年》', '2025“年”', '2025〔年〕', 'Abc（年）', 'Abc《年》', 'Abc“年”', '2025——年', '2025……年', '2025、年', '2025；年', '2025）年', 'Abc！年'],
  latin: ['GB/T 9704-2012标准', 'https://www.example.com/articles/2025/index.html', 'Windows 10系统', 'name@example.com邮箱', 'COVID-19疫情', 'A级', 'e.g.如', 'well-known words', 'Internationalization', 'TOP 10项目', '5G+工业互联网', '(A)类', '"引号"', "it's的", 'PM2.5浓度', 'O2O模式'],
}

/** Each piece behind 16 … 27 plain characters, `step` apart, as paragraphs of body text: the first line of one holds 26. */
export function awkwardTexts(names: readonly string[], step = 1): readonly string[] {
  return names.flatMap((piece) => Array.from({ length: Math.ceil(12 / step) }, (_, index) => `${filler.slice(0, 16 + index * step)}${piece}${filler.slice(0, 20)}`))
}

/** A report of them, with paragraphs over several pages, as plain text. */
export const awkwardText = ['清源县档案局2025年度换行工作总结', ...awkwardTexts(Object.values(awkwardPieces).flat(), 4), filler.repeat(60), filler.repeat(3)].join('\n')
