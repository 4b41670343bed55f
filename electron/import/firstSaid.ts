/** The first thing that a chain of styles says: the style of a paragraph, then those that it is based on. */
export function firstSaid<Style, Value>(chain: readonly Style[], read: (style: Style) => Value | null): Value | null {
  for (const style of chain) {
    const found = read(style)
    if (found !== null) return found
  }
  return null
}
