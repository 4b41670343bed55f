/** Lists of Word 2003 XML as those of .docx files. */
import { child, elements, value, type XmlElement } from '../xmlTree'
import { formatOfCode } from '../listCounter'
import { make } from './newElement'

/** A list of its own for every number that the file shows as text. */
export type LiteralLists = Map<string, string>

const bullet = 23

/** The numbering part; a number that the file shows itself is a list of one level with this text. */
export function newNumbering(lists: XmlElement | null, literals: LiteralLists): XmlElement {
  const shown = [...literals]
  return make('w:numbering', {}, [
    ...elements(lists).filter(({ name }) => name === 'w:listDef').map((list) => make('w:abstractNum', { 'w:abstractNumId': list.attributes['w:listDefId'] ?? '' }, elements(list).flatMap(partOfList))),
    ...shown.map(([text, id]) => make('w:abstractNum', { 'w:abstractNumId': id }, [make('w:lvl', { 'w:ilvl': '0' }, [make('w:numFmt', { 'w:val': 'decimal' }), make('w:lvlText', { 'w:val': text })])])),
    ...elements(lists).filter(({ name }) => name === 'w:list').map((list) => make('w:num', { 'w:numId': list.attributes['w:ilfo'] ?? '' }, [
      make('w:abstractNumId', { 'w:val': value(child(list, 'w:ilst')) ?? '' }),
      ...elements(list).filter(({ name }) => name === 'w:lvlOverride').map((each) => make(each.name, each.attributes, elements(each).flatMap(partOfList))),
    ])),
    ...shown.map(([, id]) => make('w:num', { 'w:numId': id }, [make('w:abstractNumId', { 'w:val': id })])),
  ])
}

function partOfList(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'w:listStyleLink') return [make('w:numStyleLink', element.attributes)]
  if (element.name !== 'w:lvl') return [element]
  return [make('w:lvl', element.attributes, elements(element).flatMap((each) => {
    if (each.name === 'w:nfc') return [make('w:numFmt', { 'w:val': formatOfCode(Number(value(each))) })]
    if (each.name === 'w:suff') return [make('w:suff', { 'w:val': (value(each) ?? '').toLowerCase() })]
    return each.name.startsWith('w:') ? [each] : []
  }))]
}

/** Whether a level has a mere mark: by its list, else by the font of the mark. */
export function isOldBullet(lists: XmlElement | null, list: string | null, level: string | null, font: string): boolean {
  const all = elements(lists)
  const id = value(child(all.find((each) => each.name === 'w:list' && each.attributes['w:ilfo'] === list) ?? null, 'w:ilst'))
  const definition = all.find((each) => each.name === 'w:listDef' && each.attributes['w:listDefId'] === id) ?? null
  const rule = elements(definition).find((each) => each.name === 'w:lvl' && each.attributes['w:ilvl'] === (level ?? '0')) ?? null
  const format = value(child(rule, 'w:nfc'))
  return format === null ? /^(symbol|wingdings|webdings)/i.test(font) : Number(format) === bullet
}
