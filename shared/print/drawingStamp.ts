/** 归档章 on a drawn page (SPEC ARCHNO-22). */
import type { DrawnItem, DrawnRule } from './drawing'
import { baselineShare, drawLine } from './drawingLine'
import type { Habits } from './habits'
import { stampText } from './layoutStamp'
import type { PrintDocument, PrintStamp } from './printDocument'
import { printStyles } from './styles'

/** Breadth of its lines in twips. */
export const stampRule = 10

/** Lines and texts of the stamp, each text in the middle of its cell. */
export function drawStamp({ left, top, width, height, rows }: PrintStamp, document: PrintDocument, habits: Habits): readonly DrawnItem[] {
  const usual = printStyles.find(({ id }) => id === 'GwTable')
  if (usual === undefined) return []
  const style = { ...usual, size: stampText.size, line: stampText.line }
  const columns = rows[0]?.length ?? 1
  const across = (at: number): number => left + (width * at) / columns
  const down = (at: number): number => top + (height * at) / rows.length
  const rule = (x1: number, y1: number, x2: number, y2: number): DrawnRule => ({ kind: 'rule', x1, y1, x2, y2, weight: stampRule, color: document.red })
  const half = stampRule / 2
  const level = Array.from({ length: rows.length + 1 }, (_, at) => rule(left - half, down(at), left + width + half, down(at)))
  const upright = Array.from({ length: columns + 1 }, (_, at) => rule(across(at), top, across(at), top + height))
  const texts = rows.flatMap((row, index) => row.flatMap((text, column) => drawLine([{ text, font: 'fang', isRed: true }], 0, text.length, style, {
    left: across(column), right: across(column + 1), y: (down(index) + down(index + 1) - stampText.line) / 2 + baselineShare * stampText.line, align: 'center', isLast: true, isHung: false, tabs: { endsAt: across(column + 1) }, blockId: null,
  }, document, habits)))
  return [...level, ...upright, ...texts]
}
