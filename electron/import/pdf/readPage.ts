/** Carries out what the content of a page says, as far as text, lines and pictures go (ISO 32000-1, annex A). */
import { ImportRefusal } from '../refusal'
import type { Tally } from '../limits'
import { createDrawnLines } from './drawnLines'
import { createMarkedContent } from './markedContent'
import { combined, matrixOf, placed, unmoved, type Matrix } from './matrix'
import type { PdfFile } from './openPdf'
import type { PageMarks, PlacedGlyph, PlacedPicture } from './pageMarks'
import { isArray, isDictionary, isKeyword, isStream, latin, nameOf, numberOf, type PdfStream, type PdfValue } from './pdfValues'
import { readFont, type PdfFont } from './readFont'
import { unreadable } from './unreadable'
import { createValueReader, type ValueReader } from './readValues'

const deepestForms = 12
const deepestStates = 500
const mostOperands = 64
const mostPictures = 2_000
/** What drawing a form costs beside its bytes: there are not more than some 30,000. */
const formCost = 2_000

/** Characters that a page draws; a large sheet full of small print has a tenth of it. */
const mostGlyphs = 200_000

/** Kept over all pages of a file. */
export interface PageTools {
  readonly file: PdfFile
  readonly tally: Tally
  readonly fonts: Map<PdfValue, PdfFont>
  /** A key for each picture of the file. */
  readonly pictures: Map<PdfStream, string>
  /** Numbers of layers that are switched off. */
  readonly hiddenLayers: ReadonlySet<number>
  /** Bytes of content that may still be carried out. */
  readonly work: { left: number }
}

interface State {
  matrix: Matrix
  font: PdfFont | null
  size: number
  spacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  mode: number
}

export interface PagePlan {
  readonly contents: readonly PdfStream[]
  readonly resources: PdfValue
  /** From the page of the file to the page as it is seen, y down. */
  readonly matrix: Matrix
  readonly width: number
  readonly height: number
}

export function readPage(plan: PagePlan, tools: PageTools): PageMarks {
  const { file, tally, work } = tools
  const glyphs: (PlacedGlyph & { readonly isFaint: boolean })[] = []
  const turned: string[] = []
  const margins: string[] = []
  const pictures: PlacedPicture[] = []
  const drawn = createDrawnLines()
  const marked = createMarkedContent(file, tools.hiddenLayers)
  const counts = { hidden: 0, unknown: 0 }
  let turnedAt = { at: Number.NaN, across: Number.NaN }
  let marginAt = Number.NaN
  let state: State = { matrix: plan.matrix, font: null, size: 0, spacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0, mode: 0 }
  const states: State[] = []
  let textMatrix: Matrix = unmoved
  let lineMatrix: Matrix = unmoved

  function show(bytes: PdfValue | undefined): void {
    if (!(bytes instanceof Uint8Array) || state.font === null) return
    const { font, size, stretch } = state
    const whole = combined(textMatrix, state.matrix)
    const [a, b, c, d, e, f] = combined([size * stretch, 0, 0, size, 0, state.rise], whole)
    const along = Math.hypot(a, b)
    const height = Math.hypot(c, d)
    let [across, down] = [0, 0]
    for (const glyph of font.glyphs(bytes)) {
      const text = marked.textOf(glyph.isKnown ? glyph.text : unreadable)
      if (text === unreadable) counts.unknown += 1
      if (text !== '') place(text, [a, b, c, d, e + across * whole[0] + down * whole[2], f + across * whole[1] + down * whole[3]], along * glyph.width, height, font)
      if (font.isVertical) down += state.spacing - size
      else across += (glyph.width * size + state.spacing + (glyph.isBlank ? state.wordSpacing : 0)) * stretch
    }
    textMatrix = combined([1, 0, 0, 1, across, down], textMatrix)
  }

  function place(text: string, at: Matrix, width: number, size: number, font: PdfFont): void {
    tally.characters(text.length)
    const [, , , , x, y] = at
    if (marked.isHidden() || size < 0.5 || x < -1 || x > plan.width + 1 || y < -1 || y > plan.height + 1) counts.hidden += text.trim().length
    else if (marked.isMargin()) {
      if (Math.abs(y - marginAt) < size / 2 && margins.length > 0) margins[margins.length - 1] += text
      else margins.push(text)
      marginAt = y
    } else if (font.isVertical || Math.abs(at[1]) > Math.abs(at[0]) * 0.3 || at[0] < 0) addTurned(text, at, size, font.isVertical)
    else if (glyphs.length >= mostGlyphs) throw new ImportRefusal('fileUnsafe', 'characters of a page')
    else glyphs.push({ text, x, y, width, size, isBold: font.isBold || state.mode === 2 || state.mode === 6, isItalic: font.isItalic, isFaint: state.mode === 3 || state.mode === 7 })
  }

  function addTurned(text: string, at: Matrix, size: number, isVertical: boolean): void {
    const angle = isVertical ? Math.PI / 2 : Math.atan2(at[1], at[0])
    const across = at[5] * Math.cos(angle) - at[4] * Math.sin(angle)
    const turn = Math.round(angle * 10)
    if (turnedAt.at === turn && Math.abs(turnedAt.across - across) < size / 2 && turned.length > 0) turned[turned.length - 1] += text
    else turned.push(text)
    turnedAt = { at: turn, across }
  }

  function run(content: Uint8Array, resources: PdfValue, depth: number): void {
    work.left -= content.length + formCost
    if (work.left < 0) throw new ImportRefusal('fileUnsafe', 'content of PDF pages')
    const reader = createValueReader(content)
    const operands: PdfValue[] = []
    const fonts = file.entry(resources, 'Font')
    const number = (index: number): number => numberOf(operands[index])
    const matrix = (): Matrix => [number(0), number(1), number(2), number(3), number(4), number(5)]
    const nextLine = (x: number, y: number): void => {
      lineMatrix = combined([1, 0, 0, 1, x, y], lineMatrix)
      textMatrix = lineMatrix
    }
    const stateDepth = states.length
    for (let value = reader.nextPlain(); value !== undefined; value = reader.nextPlain()) {
      if (!isKeyword(value)) {
        if (operands.length < mostOperands) operands.push(value)
        continue
      }
      switch (value.word) {
        case 'q': if (states.length < deepestStates) states.push({ ...state }); break
        case 'Q': if (states.length > stateDepth) state = states.pop() ?? state; break
        case 'cm': state.matrix = combined(matrix(), state.matrix); break
        case 'BT': textMatrix = unmoved; lineMatrix = unmoved; break
        case 'Tc': state.spacing = number(0); break
        case 'Tw': state.wordSpacing = number(0); break
        case 'Tz': state.stretch = number(0) / 100; break
        case 'TL': state.leading = number(0); break
        case 'Ts': state.rise = number(0); break
        case 'Tr': state.mode = number(0); break
        case 'Tf': state.font = fontNamed(fonts, nameOf(operands[0])); state.size = number(1); break
        case 'Td': nextLine(number(0), number(1)); break
        case 'TD': state.leading = -number(1); nextLine(number(0), number(1)); break
        case 'Tm': lineMatrix = matrix(); textMatrix = lineMatrix; break
        case 'T*': nextLine(0, -state.leading); break
        case 'Tj': show(operands[0]); break
        case "'": nextLine(0, -state.leading); show(operands[0]); break
        case '"': state.wordSpacing = number(0); state.spacing = number(1); nextLine(0, -state.leading); show(operands[2]); break
        case 'TJ': showSpaced(operands[0]); break
        case 'm': drawn.move(number(0), number(1)); break
        case 'l': drawn.line(number(0), number(1)); break
        case 'c': drawn.line(number(4), number(5)); break
        case 'v': case 'y': drawn.line(number(2), number(3)); break
        case 're': drawn.box(number(0), number(1), number(2), number(3)); break
        case 'h': drawn.close(); break
        case 'S': drawn.paint('stroke', state.matrix); break
        case 's': drawn.close(); drawn.paint('stroke', state.matrix); break
        case 'f': case 'F': case 'f*': drawn.paint('fill', state.matrix); break
        case 'B': case 'B*': drawn.paint('both', state.matrix); break
        case 'b': case 'b*': drawn.close(); drawn.paint('both', state.matrix); break
        case 'n': drawn.paint('none', state.matrix); break
        case 'gs': setState(file.entry(file.entry(resources, 'ExtGState'), nameOf(operands[0]))); break
        case 'BMC': case 'BDC': marked.begin(nameOf(operands[0]), operands[1], file.entry(resources, 'Properties')); break
        case 'EMC': marked.end(); break
        case 'Do': drawObject(file.entry(file.entry(resources, 'XObject'), nameOf(operands[0])), resources, depth); break
        case 'BI': skipInlinePicture(reader, content); addPicture(null); break
      }
      operands.length = 0
    }
    states.length = Math.min(states.length, stateDepth)
  }

  function showSpaced(list: PdfValue | undefined): void {
    if (!isArray(list)) return
    for (const item of list.items) {
      if (typeof item !== 'number') show(item)
      else textMatrix = combined(state.font?.isVertical === true ? [1, 0, 0, 1, 0, (-item / 1000) * state.size] : [1, 0, 0, 1, (-item / 1000) * state.size * state.stretch, 0], textMatrix)
    }
  }

  function fontNamed(fonts: PdfValue, name: string): PdfFont | null {
    const value = file.entry(fonts, name)
    if (!isDictionary(value)) return null
    const font = tools.fonts.get(value) ?? readFont(file, value)
    tools.fonts.set(value, font)
    return font
  }

  function setState(value: PdfValue): void {
    const font = file.entry(value, 'Font')
    if (!isArray(font)) return
    const dictionary = file.resolve(font.items[0])
    if (!isDictionary(dictionary)) return
    state.font = tools.fonts.get(dictionary) ?? readFont(file, dictionary)
    tools.fonts.set(dictionary, state.font)
    state.size = numberOf(file.resolve(font.items[1]))
  }

  function drawObject(object: PdfValue, resources: PdfValue, depth: number): void {
    if (!isStream(object)) return
    const kind = nameOf(file.entry(object, 'Subtype'))
    if (kind === 'Image') addPicture(object)
    if (kind !== 'Form' || depth >= deepestForms) return
    const kept = { ...state }
    const [text, line] = [textMatrix, lineMatrix]
    const own = file.entry(object, 'Resources')
    marked.begin('', null, null, object.dictionary.entries.get('OC'))
    state.matrix = combined(matrixOf(file.entry(object, 'Matrix'), file.resolve), state.matrix)
    const unpacked = file.unpack(object)
    if (!unpacked.isWhole) throw new ImportRefusal('fileDamaged', 'content of a PDF page')
    run(unpacked.bytes, isDictionary(own) ? own : resources, depth + 1)
    marked.end()
    state = kept
    textMatrix = text
    lineMatrix = line
  }

  function addPicture(object: PdfStream | null): void {
    const corners = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([x = 0, y = 0]) => placed(state.matrix, x, y))
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
    const [x, y, width, height] = [Math.min(...xs), Math.min(...ys), Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
    const key = object === null ? '' : (tools.pictures.get(object) ?? `picture${String(tools.pictures.size + 1)}`)
    if (object !== null) tools.pictures.set(object, key)
    if (pictures.length < mostPictures && !marked.isHidden()) pictures.push({ key, bytes: object === null ? null : jpegOf(object), x, y, width, height })
  }

  function jpegOf(object: PdfStream): Uint8Array | null {
    const filters = file.entry(object, 'Filter')
    const only = isArray(filters) && filters.items.length === 1 ? nameOf(file.resolve(filters.items[0])) : nameOf(filters)
    return only === 'DCTDecode' && numberOf(file.entry(object, 'BitsPerComponent'), 8) === 8 && nameOf(file.entry(object, 'ColorSpace')) !== 'DeviceCMYK' && !isStream(file.entry(object, 'SMask')) ? object.bytes : null
  }

  // One stream may end inside what the next goes on with: they are read as one.
  const parts = plan.contents.map((stream) => {
    const unpacked = file.unpack(stream)
    if (!unpacked.isWhole) throw new ImportRefusal('fileDamaged', 'content of a PDF page')
    return unpacked.bytes
  })
  run(joined(parts), plan.resources, 0)
  const shown = glyphs.filter((glyph) => !glyph.isFaint)
  // Invisible text over a scanned page is its text; beside visible text it is something that nobody sees.
  const isScan = shown.length < glyphs.length / 2
  if (!isScan) counts.hidden += glyphs.length - shown.length
  return { width: plan.width, height: plan.height, glyphs: isScan ? glyphs : shown, turned, margins, lines: drawn.lines(), pictures, ...counts }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length + 1, 0)).fill(10)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length + 1
  }
  return whole
}

/** Behind `ID` come bytes that are no words, up to `EI` between blanks. */
function skipInlinePicture(reader: ValueReader, content: Uint8Array): void {
  for (let value = reader.nextPlain(); value !== undefined; value = reader.nextPlain()) if (isKeyword(value) && value.word === 'ID') break
  for (let at = content.indexOf(0x45, reader.position()); at >= 0; at = content.indexOf(0x45, at + 1)) {
    if (!/^[\s\0]EI(?:[\s\0]|$)/.test(latin(content.subarray(at - 1, at + 3)))) continue
    reader.moveTo(at + 2)
    return
  }
  reader.moveTo(content.length)
}
