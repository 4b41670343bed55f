import type { Run } from '../report/report'

/** Blanks that a page does not show: those of the source. */
const source = /[ \t\n\r\f\v]+/g
/** A character that stands in a full-width cell. */
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6“”‘’…—]$/

/**
 * The pieces of one block as lines: blanks of the source are one blank or none (a line end between Chinese characters is none), U+2028 ends a line,
 * blanks at both ends go, neighbours of one manner are one run. A line without text is no line.
 */
export function writeLine(pieces: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  let before = ''
  let isBlankBefore = true
  const put = (piece: Run, text: string): void => {
    const line = lines[lines.length - 1] ?? []
    const last = line[line.length - 1]
    if (last !== undefined && isSame(last, piece)) line[line.length - 1] = { ...last, text: last.text + text }
    else line.push({ ...piece, text })
  }
  for (const piece of pieces) {
    piece.text.split('\u2028').forEach((part, index) => {
      if (index > 0) {
        lines.push([])
        before = ''
        isBlankBefore = true
      }
      let at = 0
      let text = ''
      for (const match of part.matchAll(source)) {
        text += part.slice(at, match.index)
        at = match.index + match[0].length
        const last = text === '' ? before : text.charAt(text.length - 1)
        const next = part.charAt(at)
        const isJoin = match[0].includes('\n') && wide.test(last) && (next === '' || wide.test(next))
        const isDouble = text === '' ? isBlankBefore : text.endsWith(' ')
        if (!isJoin && !isDouble) text += ' '
      }
      text += part.slice(at)
      if (text === '') return
      put(piece, text)
      before = text.charAt(text.length - 1)
      isBlankBefore = text.endsWith(' ')
    })
  }
  return lines.map(trimmed).filter((line) => line.length > 0)
}

function trimmed(line: readonly Run[]): readonly Run[] {
  const runs = [...line]
  for (;;) {
    const [first, last] = [runs[0], runs[runs.length - 1]]
    if (first === undefined || last === undefined) return runs
    if (first.text.trimStart() === '') runs.shift()
    else if (last.text.trimEnd() === '') runs.pop()
    else {
      runs[0] = { ...first, text: first.text.trimStart() }
      const end = runs[runs.length - 1] ?? last
      runs[runs.length - 1] = { ...end, text: end.text.trimEnd() }
      return runs
    }
  }
}

function isSame(one: Run, other: Run): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.underline === other.underline
}
