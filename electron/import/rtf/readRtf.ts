/** An RTF file as a value (SPEC IMPORT-12). Nothing in it is followed or opened. */
import type { SourceBlock, SourceDocument } from '../sourceDocument'
import { headingByName, isContentsStyle } from '../styleNames'
import { createByteRun } from './rtfBytes'
import { characterOfSign, characterOfUnit, characterOfWord } from './rtfCharacters'
import { destinationOf } from './rtfDestinations'
import { encodingOfCharset, encodingOfCodePage, isLeadByte, isMultiByte, type RtfEncoding } from './rtfEncoding'
import { applyFormat, styled } from './rtfFormatting'
import { lexRtf } from './rtfLexer'
import { pictureBytes, pictureDigit, pictureWord } from './rtfPicture'
import { createReading, mostDefinitions, noteChange, type Reading } from './rtfReading'
import { plainLines, plainLook, type Lines, type Look } from './rtfLook'
import { innerGroup, type Group } from './rtfState'
import { addCellShape } from './rtfTable'

export function readRtf(bytes: Uint8Array): SourceDocument {
  const reading = createReading()
  const stack: Group[] = []
  let blocks: readonly SourceBlock[] = []
  const run = createByteRun((text, look) => { reading.group.write(text, look as Look) }, () => reading.encoding)
  const encodingOf = lookEncoding(reading)
  // Characters behind \u that stand for it in programs that do not know it.
  let standIns = 0
  let isTrailOfStandIn = false
  let isHanBefore = false

  const write = (text: string): void => {
    run.flush()
    reading.group.write(text, reading.group.look)
  }
  const textWord = (name: string, value: number | null): void => {
    const { group } = reading
    if (name === 'u') {
      const character = characterOfUnit(value ?? 0)
      isHanBefore = (value ?? 0) < 0 || (value ?? 0) >= 0x2e80
      if (character !== '') write(character)
      standIns = group.fallback
      return
    }
    if (name === 'uc') {
      group.fallback = Math.max(0, value ?? 1)
      return
    }
    if (applyFormat(group, name, value)) {
      if (name === 's' && group.mode === 'text') Object.assign(group, styled(group, reading.styles.get(value ?? 0)))
      return
    }
    const character = characterOfWord(name)
    if (character !== null) {
      write(character)
      return
    }
    run.flush()
    layoutWord(reading, name, value)
  }
  lexRtf(bytes, {
    open: () => {
      standIns = 0
      const around = reading.group
      stack.push(around)
      reading.group = innerGroup(around)
      if (around.mode === 'styles') openStyle(reading, reading.group)
    },
    close: () => {
      standIns = 0
      const { group } = reading
      const around = stack.pop() ?? group
      if (group.onEnd !== null || stack.length === 0 || group.write !== around.write) run.flush()
      group.onEnd?.()
      if (stack.length === 0) blocks = reading.body.finish(group.lines)
      reading.group = around
    },
    word: (name, value) => {
      isTrailOfStandIn = false
      const { group } = reading
      const { isFresh } = group
      group.isFresh = false
      if (standIns > 0) {
        standIns -= 1
        return
      }
      if (group.mode === 'skipped') {
        if (group.resume?.words.includes(name) !== true) return
        Object.assign(group, innerGroup(group.resume.as))
      }
      if (group.mode === 'picture') pictureWord(group, name)
      // 25 stands for what the box began with.
      if (name === 'ffres') group.box.chosen = value === 25 ? null : value
      if (name === 'ffdefres') group.box.usual = value ?? 0
      if (group.mode === 'lists') reading.lists.word(name, value)
      if (group.mode === 'fonts') fontWord(reading, name, value)
      if (group.mode === 'style' && styleWord(reading, name, value)) return
      const enter = destinationOf(group, name)
      group.isOptional = false
      if (enter !== null) {
        run.flush()
        enter(reading, group)
        return
      }
      // LibreOffice says of the last text of a paragraph, behind its look, that the end of the paragraph is removed.
      if (name === 'deleted' && !isFresh && reading.generator.startsWith('LibreOffice') && stack.length > 1) group.story?.removeEnd()
      else if (group.mode === 'text' || group.mode === 'style' || (group.mode === 'lists' && name.startsWith('u'))) textWord(name, value)
    },
    sign: (code) => {
      isTrailOfStandIn = false
      const { group } = reading
      if (standIns > 0) standIns -= 1
      else if (code === 0x2a) group.isOptional = true
      else if (group.mode === 'text') {
        const character = characterOfSign(code)
        if (character !== null) write(character)
        else if (code === 0x0a || code === 0x0d) {
          run.flush()
          layoutWord(reading, 'par', null)
        }
      }
    },
    byte: (byte, isRaw) => {
      const { group } = reading
      if (group.mode === 'fonts') fontName(reading, byte)
      if (group.mode === 'skipped' || group.mode === 'fonts' || group.mode === 'form') return
      if (group.mode === 'picture') {
        pictureDigit(group, byte)
        return
      }
      // A blank between a star and its word.
      if (group.isOptional && byte <= 0x20) return
      const encoding = encodingOf(group, isRaw && byte >= 0x80)
      if (standIns > 0 || (isTrailOfStandIn && !isRaw)) {
        // Some programs announce one byte for a Chinese character and write its two.
        isTrailOfStandIn = standIns === 1 && !isRaw && (isLeadByte(encoding, byte) || (isHanBefore && byte > 0x80))
        standIns = Math.max(0, standIns - 1)
        return
      }
      isTrailOfStandIn = false
      run.add(byte, run.isTrailDue() && !isMultiByte(encoding) ? reading.encoding : encoding, group.look)
    },
    binary: (data) => {
      if (standIns > 0) standIns -= 1
      else if (reading.group.mode === 'picture') pictureBytes(reading.group, data)
    },
    isTrailDue: run.isTrailDue,
  })
  const { comments, notes, margins, pictures, styleNames, met } = reading
  return { blocks, comments, notes, margins: [...margins], pictures, styleNames, met: { ...met } }
}

/** The code page of text that looks like this. Bytes written as they are in a font that is called western are those of the file's code page. */
function lookEncoding(reading: Reading): (group: Group, isRawHigh: boolean) => RtfEncoding {
  let last: Look | null = null
  let known: RtfEncoding = 'western'
  return ({ look, mode }, isRawHigh) => {
    if ((mode === 'style' || mode === 'lists') && isMultiByte(reading.encoding)) return reading.encoding
    if (look !== last) {
      last = look
      const double = look.run === 'double' && look.doubleFont !== null ? reading.fonts.get(look.doubleFont) : undefined
      known = double !== undefined && isMultiByte(double) ? double : reading.fonts.get(look.font ?? reading.usualFont) ?? reading.encoding
    }
    return isRawHigh && known === 'western' ? reading.encoding : known
  }
}

function fontWord(reading: Reading, name: string, value: number | null): void {
  if (name === 'f') reading.group.look = { ...reading.group.look, font: value ?? 0 }
  const encoding = name === 'fcharset' ? encodingOfCharset(value ?? 0) : name === 'cpg' ? encodingOfCodePage(value ?? 0) : null
  if (encoding !== null && reading.fonts.size < mostDefinitions) reading.fonts.set(reading.group.look.font ?? 0, encoding)
}

/** The text of an entry is the name of the font; only those of symbol fonts matter, and they are plain. */
function fontName({ group, fontNames }: Reading, byte: number): void {
  const font = group.look.font ?? 0
  const name = fontNames.get(font) ?? ''
  if (byte !== 0x3b && name.length < 64 && fontNames.size < mostDefinitions) fontNames.set(font, name + String.fromCharCode(byte))
}

/** A style: its text is its name. */
function openStyle(reading: Reading, group: Group): void {
  const { openStyle: style } = reading
  let name = ''
  style.isOther = false
  group.mode = 'style'
  group.look = plainLook
  group.lines = plainLines
  group.write = (text) => { if (name.length < 256) name += text }
  group.onEnd = () => {
    if (reading.styleNames.length >= mostDefinitions) return
    const named = name.replace(/;\s*$/, '').trim()
    reading.styleNames.push(named)
    if (!style.isOther) reading.styles.set(group.lines.style ?? 0, { name: named, look: group.look, lines: { ...group.lines, outline: isContentsStyle(named) ? -1 : group.lines.outline ?? headingByName(named) } })
  }
}

/** Follows a word about the style itself. A program that names the parent first leaves out what the parent says. */
function styleWord({ openStyle: style, group, styles }: Reading, name: string, value: number | null): boolean {
  if (['cs', 'ds', 'ts', 'tsrowd'].includes(name)) style.isOther = true
  else if (name !== 'sbasedon') return false
  else {
    const parent = styles.get(value ?? 0)
    if (parent !== undefined && group.look === plainLook) group.look = parent.look
    if (parent !== undefined) group.lines = { ...parent.lines, ...said(group.lines), style: group.lines.style }
  }
  group.isOptional = false
  return true
}

/** What differs from a plain paragraph. */
function said(lines: Lines): Partial<Lines> {
  return Object.fromEntries(Object.entries(lines).filter(([key, value]) => value !== plainLines[key as keyof Lines]))
}

/** Words about the document, and those that end something. */
function layoutWord(reading: Reading, name: string, value: number | null): void {
  const { group } = reading
  const { story, lines, look } = group
  switch (name) {
    case 'ansicpg': reading.encoding = encodingOfCodePage(value ?? 0) ?? reading.encoding; return
    case 'mac': reading.encoding = 'macintosh'; return
    case 'deff': reading.usualFont = value ?? 0; return
    case 'par': case 'sect':
      if (story === null) return
      if (name === 'sect' && !story.isBegun()) {
        story.endSection()
        return
      }
      noteChange(reading, look)
      story.endParagraph(group.isContents ? { ...lines, isContents: true } : lines, look)
      if (name === 'sect') story.endSection()
      return
    case 'sectd': case 'sbkpage': case 'sbkeven': case 'sbkodd': story?.beginSection(true); return
    case 'sbknone': case 'sbkcol': story?.beginSection(false); return
    case 'nestcell': story?.endParagraph({ ...lines, isInTable: true }, look); return
    case 'cell': story?.endCell(lines); return
    case 'row': story?.endRow(lines); return
    case 'trowd': story?.startRow(); return
    case 'trhdr': if (story !== null) story.row().isHeader = true; return
    case 'trleft': if (story !== null) story.row().left = value ?? 0; return
    case 'clmrg': if (story !== null) story.row().goesAcross = true; return
    case 'clvmrg': if (story !== null) story.row().goesDown = true; return
    case 'cellx': if (story !== null) addCellShape(story.row(), value); return
    default:
  }
}
