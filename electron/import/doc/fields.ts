/** The fields of a text ([MS-DOC] 2.8.25): a begin, a code, perhaps a mark and a result, an end. Only those that are whole count, so that a lone begin swallows nothing. */
import { drawnText } from '../drawnField'

export const fieldCode = 1
export const objectResult = 2
/** A note hangs at this character, whatever it is. */
export const noteHere = 4
/** The settings of a field of a form, which say what it shows, or the begin of a field whose code is drawn. */
export const formHere = 8

/** Of a code so much is looked at. */
const longestCode = 500

/** Fields in fields. */
const deepest = 1_000

const formCode = /^\s*FORM(?:CHECKBOX|DROPDOWN)\b/i
const objectCode = /^\s*(?:EMBED|LINK|CONTROL|DDE|DDEAUTO)\b/i

interface OpenField {
  readonly begin: number
  divider: number | null
}

/** For each character whether it is part of a code (with the marks), or of the result of a field that shows an object; `shown` is what codes without a result say. */
export function fieldMarks(text: string): { readonly codes: Uint8Array; readonly objects: number; readonly shown: ReadonlyMap<number, string> } {
  const shown = new Map<number, string>()
  const codes = new Uint8Array(text.length)
  // How much deeper each character is in codes and in objects than the one before: linear even where fields are nested.
  const changes = [new Int32Array(text.length + 1), new Int32Array(text.length + 1)] as const
  const mark = (which: 0 | 1, from: number, to: number): void => {
    changes[which][from] = (changes[which][from] ?? 0) + 1
    changes[which][to] = (changes[which][to] ?? 0) - 1
  }
  const open: OpenField[] = []
  const forms: number[] = []
  let objects = 0
  const search = /[\u0013-\u0015]/g
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const at = found.index
    const last = open[open.length - 1]
    if (found[0] === '\u0013' && open.length < deepest) open.push({ begin: at, divider: null })
    else if (found[0] === '\u0013') mark(0, at, at + 1)
    else if (last === undefined) mark(0, at, at + 1)
    else if (found[0] === '\u0014') last.divider ??= at
    else {
      open.pop()
      mark(0, last.begin, (last.divider ?? at) + 1)
      mark(0, at, at + 1)
      const code = text.slice(last.begin + 1, last.begin + 24)
      // An empty result is none.
      const codeEnd = last.divider ?? at
      const equation = last.divider === null || last.divider + 1 === at ? drawnText(text.slice(last.begin + 1, Math.min(codeEnd, last.begin + longestCode))) : ''
      if (equation !== '') shown.set(last.begin, equation)
      const settings = formCode.test(code) ? code.indexOf('\u0001') : -1
      if (settings !== -1) forms.push(last.begin + 1 + settings)
      if (objectCode.test(code)) {
        objects += 1
        mark(1, last.begin, at + 1)
      }
    }
  }
  const drawn = new Set([...forms, ...shown.keys()])
  const depth = [0, 0]
  for (let at = 0; at < codes.length; at += 1) {
    for (const which of [0, 1] as const) depth[which] = (depth[which] ?? 0) + (changes[which][at] ?? 0)
    // In the code of another field nothing is shown.
    if (depth[0] === 1 && drawn.has(at)) codes[at] = formHere
    else codes[at] = ((depth[0] ?? 0) > 0 ? fieldCode : 0) | ((depth[1] ?? 0) > 0 ? objectResult : 0)
  }
  return { codes, objects, shown }
}
