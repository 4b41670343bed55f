/** Numbers of items as they are typed. Only where all items of a list so far have one and the same number, as some write them, they are counted (SPEC IMPORT-16). */
export interface TypedNumbers {
  /** The number of an item that is set in so far. `sign` is what stands behind the number: with another a new list begins. */
  readonly next: (indent: number, typed: string, sign: string) => string
  /** An item without a number ends the lists that are set in as far or further. */
  readonly bullet: (indent: number) => void
  /** All lists end. */
  readonly end: () => void
}

interface Level { readonly indent: number; readonly sign: string; readonly first: string; count: number; isUniform: boolean }

export function createTypedNumbers(): TypedNumbers {
  let levels: readonly Level[] = []
  return {
    next: (indent, typed, sign) => {
      levels = levels.filter((level) => level.indent < indent || (level.indent === indent && level.sign === sign))
      const same = levels.find((level) => level.indent === indent)
      if (same === undefined) {
        levels = [...levels, { indent, sign, first: typed, count: 1, isUniform: true }]
        return typed
      }
      same.isUniform &&= same.first === typed
      same.count += 1
      return same.isUniform ? String(Number(typed) + same.count - 1) : typed
    },
    bullet: (indent) => { levels = levels.filter((level) => level.indent < indent) },
    end: () => { levels = [] },
  }
}
