/** 版头 by its words (GB/T 9704-2012, 7.2): right ones and those that are written otherwise than the standard has them. */
import type { Entry } from './entries'
import type { RoleName } from './roleNames'
import type { RunFacts } from './wordFacts'

/** 清水〔2025〕12号 with any bracket, with 第, with leading zeros; groups: name, opening, year, closing, 第, number. */
export const documentNumberShape = /^([^\d〔[［（(【﹝<〈\s，。：]{0,20})\s*([〔[［（(【﹝<〈{]?)\s*((?:19|20)?\d\d)\s*年?\s*([〕\]］）)】﹞>〉}]?)\s*(第?)\s*(\d{1,6})\s*号/
const orderNumberShape = /^第\s*[\d一二三四五六七八九十百〇]{1,5}\s*[号期]$/

const mostHeadLines = 16

/** Marks the lines of 版头 among the first ones of the file. */
export function markHeadRoles(entries: readonly Entry[], roles: (readonly RoleName[] | null)[]): void {
  const first = entries.flatMap((entry, at) => (roles[at] === null && entry.text !== '' ? [at] : [])).slice(0, mostHeadLines)
  const found = new Map<number, readonly RoleName[]>()
  first.forEach((at, index) => {
    // What stands in a table with figures is no 份号.
    const role = headRole(entries[at]?.text ?? '', entries[at]?.where === 'table' ? mostHeadLines : index)
    if (role.length > 0) found.set(at, role)
  })
  const number = [...found].find(([, names]) => names.includes('documentNumber'))?.[0] ?? -1
  const last = Math.max(-1, ...found.keys())
  for (const [index, at] of first.entries()) {
    const entry = entries[at]
    if (entry === undefined || found.has(at)) continue
    const isRedLine = isRed(entry.paragraph.runs[0])
    const next = entries[first[index + 1] ?? -1]
    const isTitleNext = next !== undefined && next.paragraph.align === 'center' && (next.paragraph.runs[0]?.size ?? 0) >= 40
    if (at < number || (isRedLine && (at < last || (entry.where === 'box') || (index < 4 && isTitleNext && (entry.paragraph.runs[0]?.size ?? 0) > 44)))) found.set(at, ['mark'])
  }
  for (const at of first) {
    const own = found.get(at)
    if (own !== undefined) roles[at] = own
    else if (at < Math.max(-1, ...found.keys()) && found.size > 0 && /^[\p{Script=Han}\s\u3000]{2,12}$/u.test(entries[at]?.text ?? '') && [...found.values()].some((names) => names.includes('signers'))) roles[at] = ['signers']
  }
}

function headRole(text: string, index: number): readonly RoleName[] {
  const parts = text.split(/\s{2,}|\u3000+/)
  if (index < 3 && /^(份号\s*[：:]?\s*)?(No\.?|№)?\s*\d{1,10}$/i.test(text)) return ['copyNumber']
  if (/^(绝密|机密|秘密)/.test(text) && text.length <= 16) return ['secrecy']
  if (/^(紧急程度\s*[：:]?\s*)?(特急|加急|特提|平急|急件|紧急)$/.test(text)) return ['urgency']
  const hasSigners = /签\s*发\s*人/.test(text) && text.length <= 60
  const hasNumber = parts.some((part) => documentNumberShape.test(part) && part.length <= 40) || orderNumberShape.test(text) || (documentNumberShape.test(text) && text.length <= 50)
  return [...(hasNumber ? ['documentNumber' as const] : []), ...(hasSigners ? ['signers' as const] : [])]
}

/** A colour in which red is far stronger than the others. */
export function isRed(run: Pick<RunFacts, 'color'> | undefined): boolean {
  return run !== undefined && isRedColor(run.color)
}

/** A colour in which red is far stronger than the others. */
export function isRedColor(color: string): boolean {
  if (!/^[0-9A-F]{6}$/.test(color)) return false
  const [red, green, blue] = [0, 2, 4].map((from) => Number.parseInt(color.slice(from, from + 2), 16))
  return (red ?? 0) >= 0x90 && (green ?? 0) <= 0x70 && (blue ?? 0) <= 0x70
}
