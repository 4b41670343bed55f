/** Properties of runs and paragraphs with defaults, styles and theme followed: the nearest level that names a value has it (SPEC CONFORM-1). */
import type { IndentFacts, ParagraphFacts, RuleFacts, RunFacts } from '../../../../shared/conform/wordFacts'
import { child, elements, flag, value, type XmlElement } from '../../xmlTree'

export interface Formatting {
  /** From the farthest level to the nearest: defaults, styles, direct. */
  readonly paragraphLevels: (properties: XmlElement | null, list: XmlElement | null) => readonly XmlElement[]
  readonly runLevels: (paragraphStyle: string | null, properties: XmlElement | null) => readonly XmlElement[]
  readonly fontOf: (levels: readonly XmlElement[], slot: 'eastAsia' | 'ascii') => string
  readonly styleName: (id: string | null) => string
  /** Borders that a style of tables gives; null if it gives none. */
  readonly tableBorders: (id: string | null) => XmlElement | null
}

const longestChain = 20

/** Reads defaults, styles and fonts of the theme once; the answers are kept by style. */
export function createFormatting(styles: XmlElement | null, theme: XmlElement | null): Formatting {
  const all = elements(styles).filter((each) => each.name === 'w:style')
  const byId = new Map(all.map((each) => [each.attributes['w:styleId'] ?? '', each]))
  const normal = all.find((each) => each.attributes['w:type'] === 'paragraph' && ['1', 'true', 'on'].includes(each.attributes['w:default'] ?? ''))?.attributes['w:styleId'] ?? null
  const defaults = child(styles, 'w:docDefaults')
  const themeFonts = readThemeFonts(theme)
  const chains = new Map<string, readonly XmlElement[]>()
  const chain = (id: string | null): readonly XmlElement[] => {
    const known = chains.get(id ?? '')
    if (known !== undefined) return known
    const found: XmlElement[] = []
    for (let style = byId.get(id ?? normal ?? ''); style !== undefined && found.length < longestChain; style = byId.get(value(child(style, 'w:basedOn')) ?? '')) found.unshift(style)
    chains.set(id ?? '', found)
    return found
  }
  const part = (levels: readonly XmlElement[], name: string): XmlElement[] => levels.flatMap((level) => child(level, name) ?? [])
  const styleOf = (id: string | null): string | null => (id !== null && byId.has(id) ? id : null)
  const cached = new Map<string, readonly XmlElement[]>()
  const runBase = (id: string | null): readonly XmlElement[] => {
    const known = cached.get(id ?? '')
    if (known !== undefined) return known
    const base = [...part([child(defaults, 'w:rPrDefault')].flatMap((each) => each ?? []), 'w:rPr'), ...part(chain(styleOf(id)), 'w:rPr')]
    cached.set(id ?? '', base)
    return base
  }
  return {
    paragraphLevels: (properties, list) => [
      ...part([child(defaults, 'w:pPrDefault')].flatMap((each) => each ?? []), 'w:pPr'), ...part(chain(styleOf(value(child(properties, 'w:pStyle')))), 'w:pPr'),
      ...(list === null ? [] : [list]), ...(properties === null ? [] : [properties]),
    ],
    runLevels: (paragraphStyle, properties) => {
      const own = value(child(properties, 'w:rStyle'))
      return [...runBase(paragraphStyle), ...(own === null ? [] : part(chain(styleOf(own) === null ? '\u0000' : own), 'w:rPr')), ...(properties === null ? [] : [properties])]
    },
    fontOf: (levels, slot) => {
      for (let at = levels.length - 1; at >= 0; at -= 1) {
        const fonts = child(levels[at] ?? null, 'w:rFonts')
        const themed = themeFonts.get(fonts?.attributes[`w:${slot}Theme`] ?? '')
        const named = themed ?? fonts?.attributes[`w:${slot}`]
        if (named !== undefined && named !== '') return named
      }
      return ''
    },
    styleName: (id) => value(child(byId.get(id ?? normal ?? '') ?? null, 'w:name')) ?? '',
    tableBorders: (id) => (id === null ? null : nearest(part(chain(styleOf(id) ?? '\u0000'), 'w:tblPr'), 'w:tblBorders')),
  }
}

/** Families by the names under which the theme offers them; Chinese ones by the script if the theme names none outright. */
function readThemeFonts(theme: XmlElement | null): ReadonlyMap<string, string> {
  const scheme = find(theme, /:fontScheme$/)
  const fonts = new Map<string, string>()
  for (const [kind, prefix] of [['majorFont', 'major'], ['minorFont', 'minor']] as const) {
    const set = find(scheme, new RegExp(`:${kind}$`))
    const latin = find(set, /:latin$/)?.attributes['typeface'] ?? ''
    const hans = elements(set).find((each) => each.attributes['script'] === 'Hans')?.attributes['typeface'] ?? ''
    const east = find(set, /:ea$/)?.attributes['typeface'] ?? ''
    fonts.set(`${prefix}EastAsia`, east === '' ? hans : east)
    fonts.set(`${prefix}HAnsi`, latin)
    fonts.set(`${prefix}Ascii`, latin)
  }
  return fonts
}

function find(parent: XmlElement | null, name: RegExp): XmlElement | null {
  for (const each of elements(parent)) {
    if (name.test(each.name)) return each
    const inner = find(each, name)
    if (inner !== null) return inner
  }
  return null
}

/** The value of the nearest level that names the property. */
export function nearest(levels: readonly XmlElement[], name: string): XmlElement | null {
  for (let at = levels.length - 1; at >= 0; at -= 1) {
    const found = child(levels[at] ?? null, name)
    if (found !== null) return found
  }
  return null
}

function isOn(levels: readonly XmlElement[], name: string): boolean {
  for (let at = levels.length - 1; at >= 0; at -= 1) {
    const found = flag(levels[at] ?? null, name)
    if (found !== null) return found
  }
  return false
}

function numberOf(text: string | null | undefined, otherwise: number): number {
  const found = Number.parseFloat(text ?? '')
  return Number.isFinite(found) ? found : otherwise
}

/** Everything about a run but its text. */
export function runLook(levels: readonly XmlElement[], { fontOf }: Formatting): Omit<RunFacts, 'text'> {
  const underline = nearest(levels, 'w:u')
  const highlight = nearest(levels, 'w:highlight')
  return {
    han: fontOf(levels, 'eastAsia'), roman: fontOf(levels, 'ascii'), size: numberOf(value(nearest(levels, 'w:sz')), 20),
    bold: isOn(levels, 'w:b'), italic: isOn(levels, 'w:i'), underline: underline !== null && value(underline) !== 'none',
    color: colorOf(value(nearest(levels, 'w:color'))), spacing: numberOf(value(nearest(levels, 'w:spacing')), 0), scale: numberOf(value(nearest(levels, 'w:w')), 100),
    isShaded: (highlight !== null && value(highlight) !== 'none') || isFilled(nearest(levels, 'w:shd')),
  }
}

function colorOf(text: string | null): string {
  return text === null || !/^[0-9a-f]{6}$/i.test(text) ? 'auto' : text.toUpperCase()
}

function isFilled(shade: XmlElement | null): boolean {
  return shade !== null && !['auto', 'FFFFFF', ''].includes((shade.attributes['w:fill'] ?? '').toUpperCase().replace('AUTO', 'auto'))
}

export function isHiddenRun(levels: readonly XmlElement[]): boolean {
  return isOn(levels, 'w:vanish')
}

const alignments: Readonly<Record<string, ParagraphFacts['align']>> = { left: 'left', start: 'left', center: 'center', right: 'right', end: 'right', both: 'both', distribute: 'distribute' }

/** Everything about a paragraph that stands in its properties. */
export function paragraphLook(levels: readonly XmlElement[]): Pick<ParagraphFacts, 'align' | 'indent' | 'line' | 'before' | 'after' | 'pageBreakBefore' | 'snapsToGrid' | 'rules' | 'tabs' | 'outline' | 'isFramed'> {
  const spacing = (name: string): string | null => {
    for (let at = levels.length - 1; at >= 0; at -= 1) {
      const found = child(levels[at] ?? null, 'w:spacing')?.attributes[`w:${name}`]
      if (found !== undefined) return found
    }
    return null
  }
  const rule = spacing('lineRule')
  const lines = (name: 'before' | 'after'): number => (['1', 'true', 'on'].includes(spacing(`${name}Autospacing`) ?? '') ? 280
    : numberOf(spacing(`${name}Lines`), 0) > 0 ? (numberOf(spacing(`${name}Lines`), 0) / 100) * 312 : numberOf(spacing(name), 0))
  const grid = levels.map((level) => flag(level, 'w:snapToGrid')).filter((each) => each !== null)
  const outline = numberOf(value(nearest(levels, 'w:outlineLvl')), 9)
  const borders = nearest(levels, 'w:pBdr')
  return {
    align: alignments[value(nearest(levels, 'w:jc')) ?? 'left'] ?? 'left', indent: readIndent(levels),
    line: { value: numberOf(spacing('line'), 240), rule: rule === 'exact' || rule === 'atLeast' ? rule : 'auto' },
    before: lines('before'), after: lines('after'), pageBreakBefore: isOn(levels, 'w:pageBreakBefore'), snapsToGrid: grid[grid.length - 1] ?? true,
    rules: { above: borderOf(child(borders, 'w:top')), below: borderOf(child(borders, 'w:bottom')) },
    tabs: levels.flatMap((level) => elements(child(level, 'w:tabs'))).map((each) => ({ position: numberOf(each.attributes['w:pos'], 0), align: value(each) ?? 'left' })),
    outline: outline >= 0 && outline <= 8 ? outline : null, isFramed: nearest(levels, 'w:framePr') !== null,
  }
}

/** A level that gives a length in twips only takes away one in characters that stood farther off. */
function readIndent(levels: readonly XmlElement[]): ParagraphFacts['indent'] {
  let left: IndentFacts = { twips: 0, characters: null }
  let right = left
  let first = left
  for (const level of levels) {
    const given = child(level, 'w:ind')?.attributes
    if (given === undefined) continue
    const length = (now: IndentFacts, names: readonly string[], sign: 1 | -1): IndentFacts => {
      const characters = names.map((name) => given[`w:${name}Chars`]).find((each) => each !== undefined)
      const twips = names.map((name) => given[`w:${name}`]).find((each) => each !== undefined)
      if (characters !== undefined && numberOf(characters, 0) !== 0) return { twips: sign * numberOf(twips, 0), characters: sign * numberOf(characters, 0) }
      if (twips !== undefined) return { twips: sign * numberOf(twips, 0), characters: null }
      return characters === undefined ? now : { twips: 0, characters: null }
    }
    left = length(left, ['left', 'start'], 1)
    right = length(right, ['right', 'end'], 1)
    const hangs = given['w:hanging'] !== undefined || numberOf(given['w:hangingChars'], 0) !== 0
    first = hangs ? length(first, ['hanging'], -1) : length(first, ['firstLine'], 1)
  }
  return { left, right, first }
}

/** A border that is drawn, or null. */
export function borderOf(border: XmlElement | null): RuleFacts | null {
  const kind = value(border)
  if (border === null || kind === null || kind === 'nil' || kind === 'none') return null
  return { weight: numberOf(border.attributes['w:sz'], 4), color: colorOf(border.attributes['w:color'] ?? null), isDouble: /thick|double/i.test(kind) && kind !== 'thick' }
}
