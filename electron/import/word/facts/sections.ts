/** Sections of a Word file with the headers and footers that hold in each: what a section does not name it has from the one before. */
import type { FooterFacts, SectionFacts } from '../../../../shared/conform/wordFacts'
import { child, elements, flag, value, type XmlElement } from '../../xmlTree'
import { readBlocks, type FactReading } from './readBlocks'

type Footers = SectionFacts['footers']

const kinds = { default: 'odd', even: 'even', first: 'first' } as const

/** One value for each `w:sectPr`, in order. `part` gives a header or footer by its id. */
export function readSections(properties: readonly (XmlElement | null)[], part: (id: string) => XmlElement | null, reading: FactReading): readonly SectionFacts[] {
  let footers: Footers = { odd: null, even: null, first: null }
  let headers: Footers = footers
  const known = new Map<string, FooterFacts>()
  const named = (section: XmlElement, name: string, inherited: Footers): Footers => elements(section).filter((each) => each.name === name).reduce<Footers>((all, each) => {
    const kind = kinds[(each.attributes['w:type'] ?? 'default') as keyof typeof kinds]
    const id = each.attributes['r:id'] ?? ''
    const found = known.get(id) ?? readFooter(part(id), reading)
    known.set(id, found)
    return kind === undefined ? all : { ...all, [kind]: found }
  }, inherited)
  return properties.flatMap((section) => {
    if (section === null) return []
    footers = named(section, 'w:footerReference', footers)
    headers = named(section, 'w:headerReference', headers)
    return [{ ...geometry(section), footers, headers }]
  })
}

function readFooter(part: XmlElement | null, reading: FactReading): FooterFacts {
  const own: FactReading = { ...reading, met: { changes: 0, comments: 0, hidden: 0, pictures: 0 }, hasPageNumber: false, properties: [], number: () => ({ label: '', isBullet: false }) }
  const blocks = elements(part).flatMap((element) => readBlocks(element, own))
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : block.kind === 'table' ? block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
    : block.blocks.flatMap((inner) => (inner.kind === 'paragraph' ? [{ ...inner, isFramed: true }] : []))))
  return { paragraphs, hasPageNumber: own.hasPageNumber }
}

function geometry(section: XmlElement): Omit<SectionFacts, 'footers' | 'headers'> {
  const number = (element: XmlElement | null, name: string, otherwise: number): number => {
    const found = Number.parseFloat(element?.attributes[`w:${name}`] ?? '')
    return Number.isFinite(found) ? found : otherwise
  }
  const size = child(section, 'w:pgSz')
  const margin = child(section, 'w:pgMar')
  const grid = child(section, 'w:docGrid')
  const numbers = child(section, 'w:pgNumType')
  const type = grid?.attributes['w:type']
  const isGrid = type === 'lines' || type === 'linesAndChars' || type === 'snapToChars'
  return {
    width: number(size, 'w', 12240), height: number(size, 'h', 15840),
    margins: { top: Math.abs(number(margin, 'top', 1440)), bottom: Math.abs(number(margin, 'bottom', 1440)), left: number(margin, 'left', 1800), right: number(margin, 'right', 1800), gutter: number(margin, 'gutter', 0) },
    headerDistance: number(margin, 'header', 720), footerDistance: number(margin, 'footer', 720),
    grid: { type: isGrid ? type : 'none', linePitch: number(grid, 'linePitch', 0), characterSpace: number(grid, 'charSpace', 0) },
    hasFirstPage: flag(section, 'w:titlePg') ?? false, start: value(child(section, 'w:type')) ?? 'nextPage', numberFormat: numbers?.attributes['w:fmt'] ?? 'decimal',
    numberStart: numbers?.attributes['w:start'] === undefined ? null : number(numbers, 'start', 1),
  }
}
