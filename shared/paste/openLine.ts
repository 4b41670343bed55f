import type { Run } from '../report/report'
import type { Manner } from './hiddenStyle'
import type { LineLook, LineRole, PastedLine } from './pasted'
import { writeLine } from './writeLine'

/** How the text at a place is set. */
interface Setting {
  readonly manner: Manner
  readonly heading: number
  readonly isCentered: boolean
  readonly size: number | null
  readonly role: LineRole | null
}

/** Gathers the pieces of a line. */
export interface OpenLine {
  readonly add: (text: string, at: Setting) => void
  readonly setPicture: (key: string) => void
  /** The lines of what was gathered, and begins anew. */
  readonly end: () => readonly PastedLine[]
}

/** A line that is being read; `withLook` also how it is set, and its first picture. */
export function openLine(withLook: boolean): OpenLine {
  let runs: Run[] = []
  let heading = 0
  let isCentered = false
  let pictures: string[] = []
  let role: LineRole | null = null
  let sizes = new Map<number | null, number>()
  const look = (picture: string | undefined): { readonly look?: LineLook } => {
    const [size] = [...sizes].reduce<readonly [number | null, number]>((most, each) => (each[1] > most[1] ? each : most), [null, 0])
    const own: LineLook = { ...(isCentered ? { isCentered } : {}), ...(size === null ? {} : { size }), ...(picture === undefined ? {} : { picture }), ...(role === null ? {} : { role }) }
    return withLook && Object.keys(own).length > 0 ? { look: own } : {}
  }
  return {
    add: (text, { manner, heading: level, isCentered: isMiddle, size, role: own }) => {
      heading = Math.max(heading, level)
      role = own ?? role
      isCentered ||= isMiddle && text.trim() !== ''
      sizes.set(size, (sizes.get(size) ?? 0) + text.trim().length)
      runs.push({ text, ...(manner.bold && level === 0 ? { bold: true } : {}), ...(manner.italic ? { italic: true } : {}), ...(manner.underline ? { underline: true } : {}) })
    },
    setPicture: (key) => { pictures.push(key) },
    end: () => {
      const lines = writeLine(runs).map((line, index): PastedLine => ({ kind: 'line', runs: line, heading, ...look(index === 0 ? pictures[0] : undefined) }))
      const alone = pictures.slice(lines.length === 0 ? 0 : 1).map((picture): PastedLine => ({ kind: 'line', runs: [], heading: 0, look: { picture } }))
      runs = []
      heading = 0
      isCentered = false
      pictures = []
      role = null
      sizes = new Map()
      return [...lines, ...alone]
    },
  }
}
