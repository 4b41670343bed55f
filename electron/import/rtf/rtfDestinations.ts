/** Groups of an RTF file that are not plain text of the body: where their text goes, by the word with which they begin. */
import { drawnText } from '../drawnField'
import { limits } from '../limits'
import { flatParagraphs, plainTextOf } from '../sourceDocument'
import { formulaEntries } from './rtfFormula'
import { readPicture } from './rtfPicture'
import { sideStory, storyWriter, type Reading } from './rtfReading'
import { plainLines, plainLook } from './rtfLook'
import { newBox, skipGroup, type Group } from './rtfState'
import type { Story } from './rtfStory'

type Enter = (reading: Reading, group: Group) => void

/** Starred words whose groups are read like any other. */
const transparent = ['shpinst', 'shppict', 'do', 'moMath', 'moMathPara', 'ud']

const skipped = [
  'info', 'colortbl', 'filetbl', 'nonshppict', 'shprslt', 'objdata', 'objclass', 'objname', 'xe', 'tc', 'rxe', 'txe', 'nonesttables', 'nesttableprops', 'private', 'pn', 'mmathPict', 'themedata', 'template', 'pgdsctbl', 'ftncn', 'aftncn',
  'ftnsep', 'ftnsepc', 'aftnsep', 'aftnsepc', 'userprops', 'bkmkstart', 'bkmkend', 'datafield', 'ffname', 'ffdeftext', 'ffformat', 'ffhelptext', 'ffstattext', 'ffentrymcr', 'ffexitmcr', 'background', 'listpicture', 'levelnumbers', 'listname', 'liststylename', 'panose', 'falt', 'fname', 'fontemb', 'picprop', 'blipuid', 'keycode',
]

const entries: Readonly<Record<string, Enter>> = {
  fonttbl: enterTable('fonts'),
  stylesheet: enterTable('styles'),
  listtable: enterTable('lists'),
  listoverridetable: enterTable('lists'),
  list: (reading, group) => { if (group.mode === 'lists') group.onEnd = reading.lists.endList },
  listlevel: (reading, group) => { if (group.mode === 'lists') group.onEnd = reading.lists.endLevel },
  listoverride: (reading, group) => { if (group.mode === 'lists') group.onEnd = reading.lists.endOverride },
  leveltext: (reading, group) => { if (group.mode === 'lists') group.write = reading.lists.levelText },
  pict: readPicture,
  object: (reading) => { reading.met.objects += 1 },
  upr: (_reading, group) => {
    const as = { ...group }
    skipGroup(group)
    group.resume = { words: ['ud'], as }
  },
  field: (_reading, group) => {
    group.field = group
    const box = newBox()
    group.box = box
    const { write } = group
    // Without a result the code is drawn, or the entry of a list shown.
    group.onEnd = () => {
      const text = box.hasResult ? '' : /^FORMDROPDOWN\b/i.test(box.code) ? box.entries[box.chosen ?? box.usual] ?? '' : drawnText(box.code)
      if (text !== '') write(text, group.look)
    }
  },
  fldrslt: (_reading, group) => {
    const { box, write } = group
    group.write = (text, look) => {
      box.hasResult ||= text.trim() !== ''
      write(text, look)
    }
  },
  ffl: (_reading, group) => {
    const { box } = group
    group.mode = 'text'
    collect(group, (text) => { if (box.entries.length < 100) box.entries.push(text) })
  },
  formfield: (_reading, group) => { group.mode = 'form' },
  // The code of a field is no text; it may say that a table of contents follows, or a box to tick.
  fldinst: (_reading, group) => {
    collect(group, (text) => {
      if (group.field === null) return
      group.box.code = text
      group.field.isContents ||= /^TOC\b/i.test(text)
      if (/^FORMCHECKBOX\b/i.test(text)) group.field.write((group.box.chosen ?? group.box.usual) === 1 ? '\u2611' : '\u25a1', group.field.look)
    })
  },
  // A property of a shape: only a picture in it is wanted.
  sp: (_reading, group) => {
    const as = { ...group }
    skipGroup(group)
    group.resume = { words: ['pict'], as }
  },
  listtext: enterLabel(false),
  pntext: enterLabel(true),
  shptxt: enterBox,
  dptxbxtext: enterBox,
  footnote: (reading, group) => {
    const mark = `[${reading.notes.length + 1}]`
    group.write(mark, { ...group.look, hidden: false })
    reading.met.notes += 1
    reading.tally.paragraph()
    const place = reading.notes.push({ mark, text: '' }) - 1
    enterStory(reading, group, (story, lines) => { reading.notes[place] = { mark, text: plainTextOf(story.finish(lines)) } })
  },
  annotation: (reading, group) => {
    reading.tally.paragraph()
    enterStory(reading, group, (story, lines) => {
      const { author, at, id } = reading.remark
      const quote = reading.quotes.get(id)
      reading.comments.push({ author, at, text: plainTextOf(story.finish(lines)), paragraph: quote?.paragraph ?? reading.body.count(), quote: quote?.quote ?? '' })
      Object.assign(reading.remark, { author: '', at: '', id: '' })
    })
  },
  generator: (reading, group) => { collect(group, (text) => { reading.generator = text }) },
  atnauthor: (reading, group) => { collect(group, (text) => { reading.remark.author = text }) },
  atnref: (reading, group) => { collect(group, (text) => { reading.remark.id = text }) },
  atndate: (reading, group) => { collect(group, (text) => { reading.remark.at = dateOf(Number(text)) }) },
  atrfstart: (reading, group) => {
    collect(group, (text) => {
      reading.tally.paragraph()
      const quote = { paragraph: reading.body.count(), quote: '' }
      reading.quotes.set(text, quote)
      reading.openQuotes.add(quote)
    })
  },
  atrfend: (reading, group) => {
    collect(group, (text) => {
      const quote = reading.quotes.get(text)
      if (quote !== undefined) reading.openQuotes.delete(quote)
    })
  },
}

const margins = ['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf']

const enters = new Map<string, Enter>([
  ...Object.entries(entries),
  ...Object.entries(formulaEntries),
  ...margins.map((name) => [name, enterMargin] as const),
  ...skipped.map((name) => [name, skipUnknown] as const),
  ...transparent.map((name) => [name, () => undefined] as const),
])

/** What to do at a word that begins a group of another kind; null for any other word. A starred word that is not known is skipped with its group. */
export function destinationOf(group: Group, name: string): Enter | null {
  return enters.get(name) ?? (group.isOptional || (name.startsWith('m') && /^m[a-zA-Z]+Pr$/.test(name)) ? skipUnknown : null)
}

function skipUnknown(_reading: Reading, group: Group): void {
  skipGroup(group)
}

/** A table of definitions: its text is no text of the document. */
function enterTable(mode: Group['mode']): Enter {
  return (_reading, group) => {
    group.mode = mode
    group.story = null
    group.write = () => undefined
  }
}

function enterStory(reading: Reading, group: Group, end: (story: Story, lines: Group['lines']) => void, keepsPictures = false): void {
  const story = sideStory(reading, keepsPictures)
  group.story = story
  group.write = storyWriter(reading, story)
  group.lines = plainLines
  group.look = plainLook
  group.onEnd = () => { end(story, group.lines) }
}

function enterBox(reading: Reading, group: Group): void {
  const around = group.story
  reading.met.textBoxes += 1
  enterStory(reading, group, (story, lines) => { around?.box(flatParagraphs(story.finish({ ...lines, isInTable: false }))) }, around?.keepsPictures ?? false)
}

function enterMargin(reading: Reading, group: Group): void {
  enterStory(reading, group, (story, lines) => {
    const text = plainTextOf(story.finish(lines))
    if (text !== '') reading.margins.add(text)
  })
}

/** A number that the file writes out. Characters of a symbol font are bullets. */
function enterLabel(isOld: boolean): Enter {
  return (reading, group) => {
    const { story } = group
    collect(group, (text) => { story?.label(text, isOld) }, false)
    const { write } = group
    group.write = (text, look) => { write(reading.fonts.get(look.font ?? reading.usualFont) === 'symbol' ? '' : text, look) }
  }
}

/** Takes the text of a group for itself. */
function collect(group: Group, use: (text: string) => void, isTrimmed = true): void {
  let collected = ''
  group.story = null
  group.write = (text) => { if (collected.length < limits.name) collected += text.slice(0, limits.name - collected.length) }
  group.onEnd = () => { use(isTrimmed ? collected.trim() : collected) }
}

/** DTTM: minutes, hours, day, month and years since 1900 in the bits of one number. */
function dateOf(stamp: number): string {
  if (!Number.isInteger(stamp) || stamp <= 0) return ''
  const part = (from: number, bits: number): string => String(Math.floor(stamp / 2 ** from) % 2 ** bits).padStart(2, '0')
  return `${1900 + Number(part(20, 9))}-${part(16, 4)}-${part(11, 5)}T${part(6, 5)}:${part(0, 6)}:00`
}
