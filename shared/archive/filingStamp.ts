/** 归档章 of a filed report (SPEC ARCHNO-22, ARCHNO-23; DA/T 22-2015): 全宗号, 年度, 件号 above 机构(问题), 保管期限, 页数. */
import type { Filing } from '../report/filing'
import { formatItem, retentionNames } from './archivalNumber'
import type { ArchiveScheme } from './archiveScheme'
import { stampSize } from '../print/layoutStamp'

/** Characters that fit into a cell of 15 mm. */
const widest = 4

/** The six cells in two rows; null for what has no 档号. A unit whose name is too long for its cell stands there with its code. */
export function stampCells({ number, pages }: Pick<Filing, 'number' | 'pages'>, units: ArchiveScheme['units']): readonly (readonly string[])[] | null {
  if (number === undefined) return null
  const name = units.find(({ code }) => code === number.unit)?.name ?? ''
  return [
    [number.fonds, String(number.year), formatItem(number.item)],
    [name !== '' && name.length <= widest ? name : number.unit ?? '', retentionNames[number.retention], pages === undefined ? '' : String(pages)],
  ]
}

/** The stamp as an SVG picture in its size on paper. `scale`: pixels of a millimetre for a picture that is drawn from it; absent, it has the size on paper. */
export function stampSvg(rows: readonly (readonly string[])[], scale?: number): string {
  const { width, height } = stampSize
  const columns = rows[0]?.length ?? 1
  const [cellWidth, cellHeight] = [width / columns, height / rows.length]
  const [margin, line] = [0.5, 0.18]
  const unit = scale === undefined ? 'mm' : ''
  const size = (value: number): string => `${(value + 2 * margin) * (scale ?? 1)}${unit}`
  const rules = [
    ...Array.from({ length: rows.length + 1 }, (_, at) => `M0 ${at * cellHeight}H${width}`), ...Array.from({ length: columns + 1 }, (_, at) => `M${at * cellWidth} 0V${height}`),
  ].join('')
  const texts = rows.flatMap((row, index) => row.map((text, column) => `<text x="${(column + 0.5) * cellWidth}" y="${(index + 0.5) * cellHeight + 1.35}">${escapeText(text)}</text>`)).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size(width)}" height="${size(height)}" viewBox="${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}">`
    + `<path d="${rules}" fill="none" stroke="#f00" stroke-width="${line}" stroke-linecap="square"/><g fill="#f00" font-family="仿宋_GB2312,仿宋,FangSong,STFangsong,serif" font-size="3.7" text-anchor="middle">${texts}</g></svg>`
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
