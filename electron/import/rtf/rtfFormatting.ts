/** Control words that say how characters and paragraphs look. */
import { plainLines, resetLook, type Lines, type Look } from './rtfLook'
import type { Group } from './rtfState'

type Change<T> = (value: number | null, before: T) => Partial<T>

const on = (value: number | null): boolean => value !== 0

const looks = new Map<string, Change<Look>>(Object.entries({
  b: (value) => ({ bold: on(value) }),
  i: (value) => ({ italic: on(value) }),
  ulnone: () => ({ underline: false }),
  v: (value) => ({ hidden: on(value) }),
  deleted: (value) => ({ deleted: on(value) }),
  revised: (value) => ({ added: on(value) }),
  fs: (value) => ({ size: value === null || value <= 0 ? 24 : Math.min(value, 4000) }),
  // The associated font of one kind of characters; the others are only named.
  ab: (value, { run }) => (run === 'double' ? { doubleBold: on(value) } : {}),
  ai: (value, { run }) => (run === 'double' ? { doubleItalic: on(value) } : {}),
  afs: (value, { run }) => (run === 'double' && value !== null && value > 0 ? { doubleSize: Math.min(value, 4000) } : {}),
  af: (value, { run }) => (run === 'double' ? { doubleFont: value ?? 0 } : {}),
  f: (value, { run }) => (run === 'double' ? { font: value ?? 0, doubleFont: value ?? 0 } : { font: value ?? 0 }),
  loch: () => ({ run: 'single' }), hich: () => ({ run: 'single' }), dbch: () => ({ run: 'double' }), rtlch: () => ({ run: 'complex' }), ltrch: () => ({ run: 'single' }),
} satisfies Record<string, Change<Look>>))

const underlines = ['ul', 'uld', 'uldash', 'uldashd', 'uldashdd', 'uldb', 'ulhair', 'ulhwave', 'ulldash', 'ulth', 'ulthd', 'ulthdash', 'ulthdashd', 'ulthdashdd', 'ulthldash', 'ululdbwave', 'ulw', 'ulwave']
for (const name of underlines) looks.set(name, (value) => ({ underline: on(value) }))

const lines = new Map<string, Change<Lines>>(Object.entries({
  s: (value) => ({ style: value ?? 0 }),
  outlinelevel: (value) => ({ outline: value !== null && value >= 0 && value <= 8 ? value : -1 }),
  qc: () => ({ isCentered: true }), ql: () => ({ isCentered: false }), qr: () => ({ isCentered: false }), qj: () => ({ isCentered: false }), qd: () => ({ isCentered: false }),
  intbl: (value) => ({ isInTable: on(value) }),
  pagebb: (value) => ({ pageBreakBefore: on(value) }),
  ls: (value) => ({ list: value ?? 0 }),
  ilvl: (value) => ({ level: Math.min(8, Math.max(0, value ?? 0)) }),
} satisfies Record<string, Change<Lines>>))

/** Follows the word if it is one of these. */
export function applyFormat(group: Group, name: string, value: number | null): boolean {
  if (name === 'plain') group.look = resetLook
  else if (name === 'pard') group.lines = plainLines
  else {
    const look = looks.get(name)
    const line = look === undefined ? lines.get(name) : undefined
    if (look !== undefined) group.look = changed(group.look, look(value, group.look))
    else if (line !== undefined) group.lines = changed(group.lines, line(value, group.lines))
    else return false
  }
  return true
}

/** What a paragraph gets from its style. Most programs say it once more at the paragraph; LibreOffice leaves out what a style got from its parent. */
export function styled({ look, lines }: Group, style: { readonly look: Look; readonly lines: Lines } | undefined): { readonly look: Look; readonly lines: Lines } {
  if (style === undefined) return { look, lines }
  const { bold, italic, underline, hidden, size, font, doubleBold, doubleItalic, doubleSize } = style.look
  const both = { bold: look.bold || bold, italic: look.italic || italic, underline: look.underline || underline, hidden: look.hidden || hidden, doubleBold: look.doubleBold || doubleBold, doubleItalic: look.doubleItalic || doubleItalic }
  return {
    look: changed(look, { ...both, size: size ?? look.size, font: font ?? look.font, doubleSize: doubleSize ?? look.doubleSize }),
    lines: changed(lines, { isCentered: lines.isCentered || style.lines.isCentered, pageBreakBefore: lines.pageBreakBefore || style.lines.pageBreakBefore }),
  }
}

/** The same value where nothing changes, so that text that looks alike is one run. */
function changed<T extends object>(before: T, change: Partial<T>): T {
  return (Object.keys(change) as (keyof T)[]).every((key) => before[key] === change[key]) ? before : { ...before, ...change }
}
