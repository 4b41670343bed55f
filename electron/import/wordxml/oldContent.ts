/** Elements of Word 2003 XML as those of .docx files. What is the same stays; notes, comments, headers and pictures, which stand in the text there, are taken out. */
import { base64Bytes } from '../html/base64Bytes'
import { child, elements, textOf, value, type XmlElement } from '../xmlTree'
import { make } from './newElement'
import { isOldBullet, type LiteralLists } from './oldLists'

type Nodes = readonly (XmlElement | string)[]

export interface TakenOut {
  readonly notes: XmlElement[]
  readonly comments: XmlElement[]
  readonly margins: { readonly id: string; readonly element: XmlElement }[]
  /** By the address that shapes have for them. */
  readonly pictures: Map<string, { readonly id: string; bytes: (() => Uint8Array) | null }>
  readonly literals: LiteralLists
}

export interface Conversion {
  readonly convert: (nodes: Nodes) => Nodes
  readonly met: TakenOut
}

/** Elements that have another name now. */
const renamed: ReadonlyMap<string, string> = new Map([['w:vmerge', 'w:vMerge'], ['w:hmerge', 'w:hMerge'], ['w:hlink', 'w:hyperlink']])

/** `lists`: the definitions of the lists of the file. */
export function createConversion(lists: XmlElement | null): Conversion {
  const met: TakenOut = { notes: [], comments: [], margins: [], pictures: new Map(), literals: new Map() }
  const picture = (address: string): { readonly id: string; bytes: (() => Uint8Array) | null } => {
    const known = met.pictures.get(address) ?? { id: `picture${met.pictures.size}`, bytes: null }
    met.pictures.set(address, known)
    return known
  }
  const convert = (nodes: Nodes): Nodes => nodes.flatMap((node) => (typeof node === 'string' ? [node] : convertElement(node)))
  const convertElement = (element: XmlElement): Nodes => {
    const { name, attributes, children } = element
    switch (name) {
      case 'aml:annotation': return annotation(element)
      case 'w:r': return run(element)
      case 'w:listPr': return [numbering(element)]
      case 'w:footnote': case 'w:endnote': return [note(element)]
      case 'w:hdr': case 'w:ftr': return [margin(element)]
      case 'w:binData':
        picture(addressOf(attributes['w:name'])).bytes = () => base64Bytes(textOf(element))
        return []
      case 'v:imagedata': return [make(name, { 'r:id': picture(addressOf(attributes['src'])).id })]
      // Defined beside the text it belongs to.
      case 'w:lists': case 'w:styles': case 'w:fonts': return []
      // The notes that part notes from the text.
      case 'w:footnotePr': case 'w:endnotePr': return []
      default:
        if (name === 'w:cfChunk' || name.startsWith('wx:') || name === 'aml:content') return convert(children.filter((each) => typeof each !== 'string'))
        return [make(name.startsWith('?') ? 'w:smartTag' : renamed.get(name) ?? name, name.startsWith('?') ? {} : attributes, convert(children))]
    }
  }
  const annotation = (element: XmlElement): Nodes => {
    const { attributes } = element
    const content = elements(child(element, 'aml:content'))
    const by = { 'w:author': attributes['aml:author'] ?? '', 'w:date': attributes['aml:createdate'] ?? '' }
    const id = { 'w:id': attributes['aml:id'] ?? '' }
    switch (attributes['w:type']) {
      case 'Word.Insertion': return [make('w:ins', by, convert(content))]
      case 'Word.Deletion': return [make('w:del', by, convert(content))]
      case 'Word.Comment.Start': return [make('w:commentRangeStart', id)]
      case 'Word.Comment.End': return [make('w:commentRangeEnd', id)]
      case 'Word.Comment':
        met.comments.push(make('w:comment', { ...id, ...by }, convert(content)))
        return []
      default: return convert(content)
    }
  }
  /** LibreOffice writes runs within runs: each becomes one of its own. */
  const run = ({ name, attributes, children }: XmlElement): Nodes => {
    if (!children.some((each) => typeof each !== 'string' && each.name === 'w:r')) return [make(name, attributes, convert(children))]
    const properties = children.filter((each) => typeof each !== 'string' && each.name === 'w:rPr')
    return children.flatMap((each) => {
      if (typeof each === 'string' || each.name === 'w:rPr') return []
      return each.name === 'w:r' ? convertElement(each) : [make(name, attributes, convert([...properties, each]))]
    })
  }
  const note = ({ name, attributes, children }: XmlElement): XmlElement => {
    const id = String(met.notes.length)
    // Its place is kept before its own text is read: that may hold notes again.
    met.notes.push(make(name))
    met.notes[Number(id)] = make(name, { 'w:id': id }, convert(children))
    return make(`${name}Reference`, { 'w:id': id, ...(attributes['w:suppressRef'] === undefined ? {} : { 'w:customMarkFollows': '1' }) })
  }
  const margin = ({ name, attributes, children }: XmlElement): XmlElement => {
    const id = `margin${met.margins.length}`
    met.margins.push({ id, element: make(name, {}, convert(children)) })
    const type = attributes['w:type'] ?? 'odd'
    return make(name === 'w:hdr' ? 'w:headerReference' : 'w:footerReference', { 'w:type': type === 'odd' ? 'default' : type, 'r:id': id })
  }
  /** The number that Word shows stands in the file; it is taken as it is, where it is no bullet. */
  const numbering = (element: XmlElement): XmlElement => {
    const [level, list] = [child(element, 'w:ilvl'), child(element, 'w:ilfo')]
    const shown = child(element, 'wx:t')?.attributes['wx:val'] ?? ''
    const font = child(element, 'wx:font')?.attributes['wx:val'] ?? ''
    const isCounted = shown === '' || /%\d/.test(shown) || isOldBullet(lists, value(list), value(level), font)
    if (isCounted) return make('w:numPr', {}, [...(level === null ? [] : [level]), ...(list === null ? [] : [make('w:numId', { 'w:val': value(list) ?? '0' })])])
    const id = met.literals.get(shown) ?? `shown ${met.literals.size}`
    met.literals.set(shown, id)
    return make('w:numPr', {}, [make('w:ilvl', { 'w:val': '0' }), make('w:numId', { 'w:val': id })])
  }
  return { convert, met }
}

function addressOf(address: string | undefined): string {
  return (address ?? '').replace(/^wordml:\/\/+/, '')
}
