import type { DrawnText } from '../../shared/print/drawing'
import { fontFamilies } from '../../shared/print/fonts'
import { describeFontChange } from '../../shared/text/export'
import type { FontSet } from './fonts/fontSet'

/** What is to be told of the fonts inside a file: prescribed ones that others stand in for, as far as they are `used`; first those that the computer lacks, then those that must not be embedded. */
export function tellReplaced(set: FontSet, used: ReadonlySet<DrawnText['font']>): readonly string[] {
  const replaced = [...set.replaced()].filter(([role]) => used.has(role))
  return [false, true].flatMap((isForbidden) => {
    const among = replaced.filter(([, each]) => each.isForbidden === isForbidden)
    const names = among.map(([role]) => fontFamilies[role].name)
    return among.length === 0 ? [] : [describeFontChange({ kind: isForbidden ? 'fontsForbidden' : 'fontsReplaced', names, by: [...new Set(among.map(([, { by }]) => by))] })]
  })
}
