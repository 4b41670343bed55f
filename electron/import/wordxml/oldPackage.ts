/** A document of Word 2003 XML as the parts of the .docx file that it would be. */
import { child, elements, type XmlElement } from '../xmlTree'
import type { ZipPackage } from '../zipParts'
import { make } from './newElement'
import { createConversion } from './oldContent'
import { newNumbering } from './oldLists'
import { partPackage } from './partPackage'
import { writeXml } from './writeXml'

/** Kinds of parts, by the last word of which the reader knows them. */
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'

export function oldPackage(root: XmlElement): ZipPackage {
  const conversion = createConversion(child(root, 'w:lists'))
  const body = make('w:document', {}, [make('w:body', {}, conversion.convert(elements(child(root, 'w:body'))))])
  const styles = make('w:styles', {}, conversion.convert(elements(child(root, 'w:styles'))))
  const settings = make('w:settings', {}, elements(child(root, 'w:docPr')).filter(({ name }) => name === 'w:evenAndOddHeaders'))
  const { notes, comments, margins, pictures, literals } = conversion.met
  const parts: { readonly id: string; readonly type: string; readonly name: string; readonly bytes: () => Uint8Array }[] = []
  const add = (type: string, name: string, bytes: () => Uint8Array, id = `part${parts.length}`): void => { parts.push({ id, type, name: `word/${name}`, bytes }) }
  add('styles', 'styles.xml', () => writeXml(styles))
  add('settings', 'settings.xml', () => writeXml(settings))
  add('numbering', 'numbering.xml', () => writeXml(newNumbering(child(root, 'w:lists'), literals)))
  for (const kind of ['footnote', 'endnote'] as const) add(`${kind}s`, `${kind}s.xml`, () => writeXml(make(`w:${kind}s`, {}, notes.filter(({ name }) => name === `w:${kind}`))))
  add('comments', 'comments.xml', () => writeXml(make('w:comments', {}, comments)))
  for (const { id, element } of margins) add(element.name === 'w:hdr' ? 'header' : 'footer', `${id}.xml`, () => writeXml(element), id)
  for (const { id, bytes } of pictures.values()) if (bytes !== null) add('image', `media/${id}`, bytes, id)
  const relations = make('rel:Relationships', {}, parts.map(({ id, type, name }) => make('rel:Relationship', { Id: id, Type: `${kinds}${type}`, Target: `/${name}` })))
  const hasMacros = child(root, 'w:docSuppData') !== null
  return partPackage([
    ['word/document.xml', () => writeXml(body)], ['word/_rels/document.xml.rels', () => writeXml(relations)],
    ...parts.map(({ name, bytes }) => [name, bytes] as const), ...(hasMacros ? [['word/vbaProject.bin', () => new Uint8Array()] as const] : []),
  ])
}
