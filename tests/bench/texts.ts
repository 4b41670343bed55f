/** Reports of any size, the same at every run: sentences of the samples written for this project, drawn with a fixed seed. */
import { sampleReports } from '../../electron/templates/sampleReports'

const sentences = sampleReports.flatMap((sample) => sample.text.split('\n').flatMap((line) => (/^[一二三四五六七八九十（\d]/.test(line) ? [] : line.split(/(?<=。)/)))).filter((sentence) => sentence.length > 15)
const headings = ['健全责任体系', '抓实理论学习', '改进服务方式', '加强队伍建设', '严守安全底线', '推动数字转型', '规范日常管理', '注重典型引路']

/** A report text of about this many characters: headings of two levels, run-in headings, enumerations, figures. */
export function reportText(characters: number, seed = 7): string {
  const draw = drawing(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(draw() * list.length)] ?? ''
  const lines = ['清源县档案局2025年度工作总结', '现将全年工作情况总结如下：']
  let length = 0
  for (let first = 1; length < characters; first += 1) {
    lines.push(`${han(first)}、${pick(headings)}`)
    for (let second = 1; second <= 6 && length < characters; second += 1) {
      const isRunIn = draw() < 0.3
      const body = Array.from({ length: 2 + Math.floor(draw() * 4) }, () => pick(sentences)).join('')
      const items = draw() < 0.4 ? `一是抓进度。${pick(sentences)}二是抓质量。${pick(sentences)}三是抓利用。${pick(sentences)}` : ''
      const head = `（${han(second)}）${pick(headings)}，${pick(headings)}`
      lines.push(...(isRunIn ? [`${head}。${body}`] : [head, body]), ...(items === '' ? [] : [items]))
      length += head.length + body.length + items.length
    }
  }
  return [...lines, '清源县档案局', '2026年1月8日', ''].join('\n')
}

const digits = '零一二三四五六七八九'

/** Chinese numerals up to 99; beyond, the tens and ones only, which a parser reports as out of order and a benchmark does not mind. */
function han(value: number): string {
  const tens = Math.floor(value / 10) % 10
  const ones = value % 10
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
