/** Words of a command line by a table of what each command takes (SPEC CLI-2). What is not in the table is refused, never guessed. */
import { fail, succeed, type Result } from '../../shared/base/result'

/** `value`: the option takes the next word; `flag`: it stands alone. */
export type OptionKind = 'value' | 'flag'

export interface CommandShape {
  readonly options: Readonly<Record<string, OptionKind>>
  /** Short names, e.g. `-o` for `--output`. */
  readonly shorts?: Readonly<Record<string, string>>
  /** How many words without a dash: least and most. */
  readonly words: readonly [least: number, most: number]
}

export interface ParsedArguments {
  readonly words: readonly string[]
  readonly values: Readonly<Record<string, string>>
  readonly flags: ReadonlySet<string>
}

/** Why a command line was refused; `option` or `word` as it was typed. */
export type ArgumentFault =
  | { readonly kind: 'unknownOption'; readonly option: string }
  | { readonly kind: 'missingValue'; readonly option: string }
  | { readonly kind: 'unexpectedValue'; readonly option: string }
  | { readonly kind: 'twice'; readonly option: string }
  | { readonly kind: 'tooFewWords'; readonly count: number; readonly least: number }
  | { readonly kind: 'tooManyWords'; readonly word: string }

/** Reads the words after the command's name. After `--` every word is a word, whatever it begins with. */
export function parseArguments(argv: readonly string[], shape: CommandShape): Result<ParsedArguments, ArgumentFault> {
  const words: string[] = []
  const values = new Map<string, string>()
  const flags = new Set<string>()
  const rest = [...argv]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      words.push(...rest.splice(0))
      continue
    }
    if (!word.startsWith('-') || word === '-') {
      words.push(word)
      continue
    }
    const [typed = word, joined] = splitOnce(word)
    const name = (shape.shorts ?? {})[typed] ?? typed
    const kind = Object.entries(shape.options).find(([option]) => option === name)?.[1]
    if (kind === undefined) return fail({ kind: 'unknownOption', option: typed })
    if (values.has(name) || flags.has(name)) return fail({ kind: 'twice', option: typed })
    if (kind === 'flag') {
      if (joined !== undefined) return fail({ kind: 'unexpectedValue', option: typed })
      flags.add(name)
      continue
    }
    const value = joined ?? rest.shift()
    if (value === undefined || value === '') return fail({ kind: 'missingValue', option: typed })
    values.set(name, value)
  }
  const [least, most] = shape.words
  // An empty word is a variable of a script that holds nothing.
  if (words.length < least || words.includes('')) return fail({ kind: 'tooFewWords', count: words.length, least })
  if (words.length > most) return fail({ kind: 'tooManyWords', word: words[most] ?? '' })
  return succeed({ words, values: Object.fromEntries(values), flags })
}

/** `--name=value` in two; only long options can be joined so. */
function splitOnce(word: string): readonly [string, string?] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)]
}
