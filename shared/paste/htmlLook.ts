import type { Declarations } from './hiddenStyle'
import type { HtmlElement } from './htmlTree'
import type { LineRole } from './pasted'

/** Points by unit. */
const units: Readonly<Record<string, number>> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12 }

/** Points of <font size=1> … <font size=7>. */
const fontSizes = [7.5, 10, 12, 13.5, 18, 24, 36]

/** Size of characters inside an element in half-points, from that around it; null where nothing absolute is said. */
export function sizeIn({ name, attributes }: HtmlElement, style: Declarations, around: number | null): number | null {
  const match = /^(\d{1,4}(?:\.\d{1,4})?)(pt|px|in|cm|mm|pc)\b/.exec(style['font-size'] ?? '')
  const ofFont = name === 'font' ? fontSizes[Number(attributes['size'] ?? '0') - 1] : undefined
  const points = match === null ? ofFont : Number(match[1]) * (units[match[2] ?? ''] ?? 0)
  return points === undefined || points <= 0 || points > 500 ? around : Math.round(points * 2)
}

/** Whether lines inside an element are centred. */
export function centredIn({ name, attributes }: HtmlElement, style: Declarations, around: boolean): boolean {
  const align = style['text-align'] ?? attributes['align']?.toLowerCase()
  return align === undefined || align === 'inherit' || align === 'initial' ? around || name === 'center' : align.includes('center')
}

/** What a line is by the class that Word, WPS and LibreOffice give it. */
export function roleIn({ attributes }: HtmlElement, around: LineRole | null): LineRole | null {
  const name = attributes['class'] ?? ''
  if (/^mso(?:title)\b/i.test(name)) return 'title'
  return /^mso(?:toc\d?|tocheading)\b/i.test(name) || /^table of contents/i.test(attributes['id'] ?? '') ? 'contents' : around
}
