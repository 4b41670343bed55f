import type { DrawnText } from '../../shared/print/drawing'
import { fontFamilies } from '../../shared/print/fonts'
import { describeFontChange } from '../../shared/text/export'
import type { FontSet } from './fonts/fontSet'

/** What is to be told of the fonts inside a file: prescribed ones that others stand in for, as far as they are `used`. */
export function tellReplaced(set: FontSet, used: ReadonlySet<DrawnText['font']>): readonly string[] {
  const replaced = [...set.replaced()].filter(([role]) => used.has(role))
  return replaced.length === 0 ? [] : [describeFontChange({ kind: 'fontsReplaced', names: replaced.map(([role]) => fontFamilies[role].name), by: [...new Set(replaced.map(([, by]) => by))] })]
}
