/** Formulas of an RTF file (`\moMath`) as one line of text, as in .docx files: a/b, x^2, √(x). */
import { groupedTerm } from '../word/wordMath'
import type { Reading } from './rtfReading'
import { skipGroup, type Group, type Structure } from './rtfState'

type Enter = (reading: Reading, group: Group) => void

/** A longer part goes on without brackets around it. */
const longestPart = 1_000

/** Structures whose base is put into brackets where it is no single term. */
const based = ['msSup', 'msSub', 'msSubSup', 'mrad']

const begin = (name: string, signs: Partial<Structure> = {}): Enter => (_reading, group) => {
  const { write, look } = group
  const structure: Structure = { name, begin: '', end: '', between: '', parts: 0, ...signs }
  group.structure = structure
  group.onEnd = () => { if (structure.end !== '' && structure.parts > 0) write(structure.end, look) }
}

/** A part in brackets where it needs them, behind a sign and, if there is any text, a mark. */
function enterTerm(group: Group, sign: string, mark: string): void {
  const { write, look } = group
  let text: string | null = ''
  let isDropped = false
  group.structure = null
  group.write = (more, ownLook) => {
    // What is not shown is only counted.
    if (ownLook.deleted || ownLook.hidden) {
      isDropped = true
      write(more, ownLook)
      return
    }
    if (text !== null && text.length + more.length <= longestPart) {
      text += more
      return
    }
    write(text === null ? more : `${sign}${mark}${text}${more}`, ownLook)
    text = null
  }
  group.onEnd = () => {
    const written = text === null ? '' : text === '' ? (isDropped ? '' : sign) : `${sign}${mark}${groupedTerm(text)}`
    if (written !== '') write(written, look)
  }
}

const term = (mark: string): Enter => (_reading, group) => {
  const first = group.structure?.parts === 0 ? group.structure.begin : ''
  if (group.structure !== null) group.structure.parts += 1
  enterTerm(group, first, mark)
}

/** The main part of a structure. */
const enterBase: Enter = (_reading, group) => {
  const { structure } = group
  if (structure === null) return
  const between = structure.parts === 0 ? structure.begin : structure.between
  structure.parts += 1
  if (based.includes(structure.name)) enterTerm(group, between, '')
  else {
    group.structure = null
    if (between !== '') group.write(between, group.look)
  }
}

/** Of properties only signs are wanted. */
const properties: Enter = (_reading, group) => {
  group.write = () => undefined
  group.story = null
}

const sign = (set: (structure: Structure, text: string) => void): Enter => (_reading, group) => {
  const { structure } = group
  if (structure === null) {
    skipGroup(group)
    return
  }
  let text = ''
  group.write = (more, { deleted, hidden }) => { if (text.length < 8 && !deleted && !hidden) text += more }
  group.onEnd = () => { set(structure, text.trim()) }
}

export const formulaEntries: Readonly<Record<string, Enter>> = {
  mf: begin('mf'), mnum: term(''), mden: term('/'),
  msSup: begin('msSup'), msSub: begin('msSub'), msSubSup: begin('msSubSup'), msub: term('_'), msup: term('^'), mlim: term('_'),
  mrad: begin('mrad', { begin: '√' }), mdeg: (_reading, group) => { group.structure = null },
  mnary: begin('mnary', { begin: '∫' }), mnaryPr: properties, mchr: sign((structure, text) => { structure.begin = text }),
  md: begin('md', { begin: '(', end: ')', between: '|' }), mdPr: properties,
  mbegChr: sign((structure, text) => { structure.begin = text }), mendChr: sign((structure, text) => { structure.end = text }), msepChr: sign((structure, text) => { structure.between = text }),
  meqArr: begin('meqArr', { between: ' ' }), mm: begin('mm', { between: ' ' }),
  me: enterBase,
}
