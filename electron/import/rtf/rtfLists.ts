/** Lists of an RTF file (`\listtable`, `\listoverridetable`): from them come the numbers that a file does not write out itself. */
import { formatOfCode, type CountedList, type ListLevel } from '../listCounter'

const mostLevels = 9
/** Lists beyond this number are no real ones. */
const mostLists = 10_000

interface OpenLevel {
  format: number
  start: number
  follow: number
  text: string
  isLegal: boolean
  restarts: boolean
}

interface Override {
  readonly list: number
  readonly starts: Map<number, number>
  readonly levels: Map<number, ListLevel>
}

export interface RtfLists {
  /** A control word inside the tables; anything else is left alone. */
  readonly word: (name: string, value: number | null) => void
  /** Text of `\leveltext`. */
  readonly levelText: (text: string) => void
  /** Ends of groups. */
  readonly endLevel: () => void
  readonly endList: () => void
  readonly endOverride: () => void
  readonly isEmpty: () => boolean
  /** The list that paragraphs name by `\ls`. */
  readonly get: (number: number) => CountedList | null
}

export function createRtfLists(): RtfLists {
  const lists = new Map<number, ReadonlyMap<number, ListLevel>>()
  const overrides = new Map<number, Override>()
  let levels: ListLevel[] = []
  let level: OpenLevel | null = null
  let listId = 0
  let override: { number: number; starts: Map<number, number>; levels: Map<number, ListLevel>; at: number } | null = null
  let startsOver = false
  const numbers: Readonly<Record<string, (value: number) => void>> = {
    listid: (value) => { listId = value },
    ls: (value) => { if (override !== null) override.number = value },
    levelnfc: (value) => { if (level !== null) level.format = value },
    levelnfcn: (value) => { if (level !== null) level.format = value },
    levelfollow: (value) => { if (level !== null) level.follow = value },
    levellegal: (value) => { if (level !== null) level.isLegal = value !== 0 },
    levelnorestart: (value) => { if (level !== null) level.restarts = value === 0 },
    levelstartat: (value) => {
      if (level !== null) level.start = value
      else if (override !== null && startsOver) override.starts.set(Math.min(override.at, mostLevels), value)
    },
  }
  const begin = (name: string): boolean => {
    if (name === 'list') levels = []
    else if (name === 'listlevel') level = { format: 0, start: 1, follow: 0, text: '', isLegal: false, restarts: true }
    else if (name === 'listoverride') override = { number: 0, starts: new Map(), levels: new Map(), at: -1 }
    else if (name === 'lfolevel') {
      if (override !== null) override.at += 1
      startsOver = false
    } else if (name === 'listoverridestartat') startsOver = true
    else return false
    return true
  }
  const known = new Map<number, CountedList>()
  const build = (number: number): CountedList | null => {
    const found = overrides.get(number)
    if (found === undefined) return null
    return { counters: String(found.list), levels: new Map([...(lists.get(found.list) ?? []), ...found.levels]), startOverrides: found.starts }
  }
  return {
    word: (name, value) => {
      if (!begin(name) && Object.hasOwn(numbers, name)) numbers[name]?.(value ?? 1)
    },
    levelText: (text) => { if (level !== null && level.text.length < 256) level.text += text },
    endLevel: () => {
      if (level === null) return
      const ended = listLevel(level)
      if (override !== null) override.levels.set(Math.min(override.at, mostLevels), ended)
      else if (levels.length < mostLevels) levels.push(ended)
      level = null
    },
    endList: () => { if (lists.size < mostLists) lists.set(listId, new Map(levels.map((each, index) => [index, each]))) },
    endOverride: () => {
      if (override !== null && overrides.size < mostLists) overrides.set(override.number, { list: listId, starts: override.starts, levels: override.levels })
      override = null
    },
    isEmpty: () => overrides.size === 0,
    get: (number) => {
      const found = known.get(number) ?? build(number)
      if (found !== null) known.set(number, found)
      return found
    },
  }
}

/** The first character says how long the text is; characters below 9 stand for the numbers of the levels. */
function listLevel({ format, start, follow, text, isLegal, restarts }: OpenLevel): ListLevel {
  const written = text.slice(1).replace(/;$/, '').replace(/[\u0000-\u0008]/g, (sign) => `%${sign.charCodeAt(0) + 1}`)
  return { start, format: formatOfCode(format), text: written, isLegal, restartAfter: restarts ? null : 0, gap: follow === 1 ? ' ' : '' }
}
