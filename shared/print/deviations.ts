/** What a unit may print otherwise than the standard or the program's own choice has it, clause by clause (SPEC PRINT-24): a row more is an option more. */
import type { LayoutOptions } from './layoutReport'

/** A unit's own deviations. */
export type UnitLayout = LayoutOptions

/** `clause` of GB/T 9704-2012 that is concerned, null where it says nothing. The first choice is what holds when the unit chose nothing. */
type Row<Option extends keyof UnitLayout> = { readonly option: Option; readonly clause: string | null; readonly choices: readonly [UnitLayout[Option], ...UnitLayout[Option][]] }

export type Deviation = { [Option in keyof UnitLayout]: Row<Option> }[keyof UnitLayout]

export const deviations = [
  { option: 'gridMode', clause: '5.2.3', choices: ['lines', 'linesAndChars'] },
  { option: 'digits', clause: null, choices: ['roman', 'fangsong'] },
  { option: 'red', clause: '7.2.4', choices: ['FF0000', 'E60012', 'C00000'] },
  { option: 'boldHeadings', clause: '7.3.3', choices: [false, true] },
  { option: 'pageNumberPlace', clause: '7.5', choices: ['outer', 'centre'] },
  { option: 'wideTables', clause: '8', choices: ['landscape', 'portrait'] },
  { option: 'tableBorders', clause: null, choices: ['grid', 'threeLine'] },
] as const satisfies readonly Deviation[]

/** As it is stored: what is absent or undefined was not chosen. */
export type StoredLayout = { readonly [Option in keyof UnitLayout]?: UnitLayout[Option] | undefined }

/** What the unit chose, for {@link layoutReport}. */
export function chosenLayout(stored: StoredLayout): Partial<LayoutOptions> {
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined))
}

/** `stored` with one option chosen; the first choice is stored as nothing. */
export function withChoice(stored: StoredLayout, option: keyof UnitLayout, choice: UnitLayout[keyof UnitLayout]): StoredLayout {
  const { [option]: _former, ...others } = stored
  return choice === deviations.find((row) => row.option === option)?.choices[0] ? others : { ...others, [option]: choice }
}
