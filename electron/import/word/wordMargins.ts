/** What stands above and below the text of the pages: a header may hold the number of a document. */
import { child, elements, flag, value, type XmlElement } from '../xmlTree'

/** The ids of the headers and footers that are printed, in the order of the sections, each once: the first page and even pages have their own only where the file says so. */
export function printedMargins(sections: readonly XmlElement[], settings: XmlElement | null): readonly string[] {
  const hasEven = flag(settings, 'w:evenAndOddHeaders') ?? false
  const ids = sections.flatMap((section) => {
    const hasFirst = flag(section, 'w:titlePg') ?? false
    return ['w:headerReference', 'w:footerReference'].flatMap((name) => elements(section).filter((each) => {
      const type = each.attributes['w:type'] ?? 'default'
      return each.name === name && (type === 'default' || (type === 'first' && hasFirst) || (type === 'even' && hasEven))
    }).map((each) => each.attributes['r:id'] ?? ''))
  })
  return [...new Set(ids)]
}

/** Whether the section with these properties begins on a new page. */
export function beginsPage(section: XmlElement): boolean {
  return !['continuous', 'nextColumn'].includes(value(child(section, 'w:type')) ?? 'nextPage')
}
