/**
 * Invisible marks at the start of a line (SPEC FORMAT-3): where the plain reading of a formatted line would be another one than what was written,
 * `formatReport` says what the line is. Zero-width joiners are drawn by no font and trimmed by no editor; nobody types two different ones at the
 * start of a line.
 */
import type { Level, SchemeId } from '../report/report'

export type ExplicitRole =
  | { readonly kind: 'text'; readonly level: 0 | Level; readonly form: 'none' | 'heading' | 'clause'; readonly label: string }
  | { readonly kind: 'title' | 'addressee' | 'attachment' | 'signature' | 'date' | 'note' | 'table' }
  | { readonly kind: 'scheme'; readonly scheme: SchemeId }

const opening = '\u200d\u200c'
const symbols = ['\u200b', '\u200c', '\u200d'] as const
const plainKinds = ['title', 'addressee', 'attachment', 'signature', 'date', 'note', 'table'] as const
const forms = ['none', 'heading', 'clause'] as const
const schemeIds = ['restart', 'continuous', 'decimal', 'chapter'] as const

/** The line for `text` with its role said invisibly. The label of a numbered text is written between two marks. */
export function writeMarked(role: ExplicitRole, text: string): string {
  const body = role.kind === 'text' ? `${role.label}${opening}${text}` : text
  return `${opening}${writeCode(codeOf(role))}${body}`
}

/** The role and the bare text of a marked line; null if the line carries no mark. Never throws. */
export function readMark(line: string): { readonly role: ExplicitRole; readonly text: string } | null {
  if (!line.startsWith(opening)) return null
  const code = readCode(line.slice(2, 6))
  const rest = line.slice(6).replace(/\r$/, '')
  if (code === null) return null
  if (code < 18) {
    const split = rest.indexOf(opening)
    if (split === -1) return null
    const level = Math.floor(code / 3) as 0 | Level
    return { role: { kind: 'text', level, form: forms[code % 3] ?? 'none', label: rest.slice(0, split) }, text: rest.slice(split + 2) }
  }
  const kind = plainKinds[code - 18]
  if (kind !== undefined) return { role: { kind }, text: rest }
  const scheme = schemeIds[code - 30]
  return scheme === undefined ? null : { role: { kind: 'scheme', scheme }, text: rest }
}

function codeOf(role: ExplicitRole): number {
  if (role.kind === 'text') return role.level * 3 + forms.indexOf(role.form)
  if (role.kind === 'scheme') return 30 + schemeIds.indexOf(role.scheme)
  return 18 + plainKinds.indexOf(role.kind)
}

/** Four base-3 digits, most significant first. */
function writeCode(code: number): string {
  return [27, 9, 3, 1].map((weight) => symbols[Math.floor(code / weight) % 3] ?? symbols[0]).join('')
}

function readCode(text: string): number | null {
  const values = [...text].map((symbol) => symbols.indexOf(symbol as (typeof symbols)[number]))
  if (values.length !== 4 || values.includes(-1)) return null
  return values.reduce((code, value) => code * 3 + value, 0)
}
