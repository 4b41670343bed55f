/** Characters of fonts of symbols: in the file they are mere places in the font, on paper they are boxes, ticks and Greek letters. */
import type { XmlElement } from '../xmlTree'

/** A row of a font: the characters from this place on. A blank stands for what no character says. */
type Row = readonly [from: number, characters: string]

const symbolRows: readonly Row[] = [
  [0x21, '!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'],
  [0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪'],
  [0xf1, '〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'],
]

const wingdingsRows: readonly Row[] = [
  [0x21, '✏✂✁'], [0x28, '☎✆'], [0x36, '⌛'], [0x3e, '✇✍'], [0x41, '✌'], [0x45, '☜☞☝☟'], [0x4a, '☺ ☹ ☠'], [0x51, '✈☼ ❄ ✞ ✠✡☪☯'], [0x5d, '☸♈♉♊♋♌♍♎♏♐♑♒♓'],
  [0x6c, '●❍■□□❑❒◆◆◆❖◆☒'], [0x7a, '⌘❀✿❝❞'], [0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'], [0x9e, '·•'], [0xa1, '○○○◉◎'], [0xa7, '▪□'], [0xaa, '✦★✶✴✹✵'], [0xb5, '✪✰'],
  [0xd5, '⌫⌦'], [0xd8, '➢'], [0xdc, '➲'], [0xdf, '←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⇔'], [0xfb, '✗✓☒☑'],
]

const wingdings2Rows: readonly Row[] = [[0x4f, '✗✓☒☑☒☒'], [0x69, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'], [0x97, '●'], [0x9f, '■'], [0xa1, '▪■□']]
const wingdings3Rows: readonly Row[] = [[0x21, '←→↑↓'], [0x70, '▲▼△▽◀▶◁▷'], [0x7d, '▶']]

const fonts = new Map([['symbol', symbolRows], ['wingdings', wingdingsRows], ['wingdings 2', wingdings2Rows], ['wingdings 3', wingdings3Rows], ['webdings', []]].map(([name, rows]) => [name as string, table(rows as readonly Row[])] as const))

function table(rows: readonly Row[]): ReadonlyMap<number, string> {
  return new Map(rows.flatMap(([from, characters]) => [...characters].map((character, index) => [from + index, character] as const)).filter(([, character]) => character !== ' '))
}

/** Where programs put the places of such fonts among the characters. */
const privateArea = 0xf000

/** The character of `w:sym`; null if none says what is printed. */
export function symbolOf(element: XmlElement): string | null {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (Number.isNaN(code) || code < 0x20 || code > 0xffff || (code >= 0xd800 && code <= 0xdfff)) return null
  return symbolInFont(element.attributes['w:font'] ?? '', code)
}

/** Text that is set in such a font: as it looks on paper. */
export function textInFont(text: string, font: string | undefined): string {
  if (font === undefined || !fonts.has(font.toLowerCase())) return text
  return [...text].map((character) => (character === ' ' ? character : symbolInFont(font, character.codePointAt(0) ?? 0) ?? character)).join('')
}

/** As {@link textInFont}, where a file names one font for letters and another one for signs: only places in a font are set in that. */
export function textInFonts(text: string, font: string | undefined, signFont: string | undefined): string {
  if (signFont === undefined || signFont === font || !fonts.has(signFont.toLowerCase())) return textInFont(text, font)
  return [...text].map((character) => textInFont(character, (character.codePointAt(0) ?? 0) >= privateArea ? signFont : font)).join('')
}

/** What stands on paper for a place of a font; null if no character says it. */
export function symbolInFont(font: string, code: number): string | null {
  const known = fonts.get(font.toLowerCase())
  const place = code >= privateArea && code <= privateArea + 0xff ? code - privateArea : code
  if (known !== undefined && place <= 0xff) return known.get(place) ?? null
  // In a font of letters a place in that area is the letter itself.
  if (place === code) return String.fromCodePoint(code)
  return place > 0x20 && place < 0x7f ? String.fromCodePoint(place) : null
}
