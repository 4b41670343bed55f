/** A .docx file as facts for the sheet of clauses (SPEC CONFORM-1), read with the same suspicion as an import. */
import { fail, succeed, type Result } from '../../../../shared/base/result'
import type { SectionFacts, WordFacts } from '../../../../shared/conform/wordFacts'
import { ImportRefusal } from '../../refusal'
import { createNumbering } from '../wordNumbering'
import { mainPart, relations, relationships } from '../wordPackage'
import { readStyles } from '../wordStyles'
import { child, elements, flag, parseXml, type XmlElement } from '../../xmlTree'
import { openZip, type ZipPackage } from '../../zipParts'
import { createFormatting } from './formatting'
import { readBlocks, type FactReading } from './readBlocks'
import { readSections } from './sections'

/** Reads the file; a failure names what is wrong with it, never a bug. */
export function readWordFacts(bytes: Uint8Array): Result<WordFacts> {
  try {
    return succeed(readPackage(openZip(bytes)))
  } catch (reason) {
    if (reason instanceof ImportRefusal) return fail(reason.error)
    throw reason
  }
}

function readPackage(zip: ZipPackage): WordFacts {
  const main = mainPart(zip)
  const related = relationships(relations(zip, main, () => undefined))
  const parse = (name: string | undefined): XmlElement | null => {
    const data = name === undefined ? null : zip.part(name)
    return data === null ? null : parseXml(data)
  }
  const body = child(parse(main), 'w:body')
  if (body === null) throw new ImportRefusal('fileDamaged', 'no body')
  const stylesPart = parse(related.get('styles'))
  const styles = readStyles(stylesPart)
  const reading: FactReading = {
    formatting: createFormatting(stylesPart, parse(related.get('theme'))), styles, number: createNumbering(parse(related.get('numbering')), styles),
    met: { changes: 0, comments: 0, hidden: 0, pictures: 0 }, section: 0, paragraphs: 0, characters: 0, hasPageNumber: false, properties: [], runLooks: new Map(), paragraphLooks: new Map(),
  }
  const blocks = elements(body).flatMap((element) => readBlocks(element, reading))
  const settings = parse(related.get('settings'))
  const last = child(body, 'w:sectPr')
  const sections = readSections([...reading.properties, ...(last === null && reading.properties.length > 0 ? [] : [last])], parts(zip, main), reading)
  return {
    blocks, sections: sections.length === 0 ? [emptySection] : sections,
    hasEvenFooters: flag(settings, 'w:evenAndOddHeaders') ?? false, mirrorsMargins: flag(settings, 'w:mirrorMargins') ?? false,
    met: { ...reading.met, external: countExternal(zip, main), macros: zip.names.some((name) => /vbaProject|\/activeX\//i.test(name)) },
  }
}

/** Headers and footers by the ids under which the document names them. */
function parts(zip: ZipPackage, main: string): (id: string) => XmlElement | null {
  const slash = main.lastIndexOf('/') + 1
  const data = zip.part(`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`)
  const targets = new Map(data === null ? [] : elements(parseXml(data)).map((each) => [each.attributes['Id'] ?? '', each.attributes['TargetMode'] === 'External' ? '' : each.attributes['Target'] ?? ''] as const))
  return (id) => {
    const target = targets.get(id) ?? ''
    const part = target === '' ? null : zip.part(target.startsWith('/') ? target.slice(1) : `${main.slice(0, slash)}${target}`)
    return part === null ? null : parseXml(part)
  }
}

/** Pictures and templates that a program would fetch from elsewhere; links that a reader may follow are none. */
function countExternal(zip: ZipPackage, main: string): number {
  const slash = main.lastIndexOf('/') + 1
  const data = zip.part(`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`)
  return data === null ? 0 : elements(parseXml(data)).filter((each) => each.attributes['TargetMode'] === 'External' && !/\/hyperlink$/.test(each.attributes['Type'] ?? '')).length
}

/** What Word takes where a file has no section of its own: Letter paper with margins of an inch and a quarter. */
const emptySection: SectionFacts = {
  width: 12240, height: 15840, margins: { top: 1440, bottom: 1440, left: 1800, right: 1800, gutter: 0 }, headerDistance: 720, footerDistance: 720,
  grid: { type: 'none', linePitch: 0, characterSpace: 0 }, hasFirstPage: false, start: 'nextPage', numberFormat: 'decimal', numberStart: null,
  footers: { odd: null, even: null, first: null }, headers: { odd: null, even: null, first: null },
}
