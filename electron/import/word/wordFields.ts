/** Fields of a Word file: which text is code and not printed, and what a field of a form shows. */
import { drawnText } from '../drawnField'
import { child, elements, flag, textOf, value, type XmlElement } from '../xmlTree'

interface OpenField {
  readonly code: XmlElement[]
  isResult: boolean
}

/** What is text if it does not stand in the code of a field. */
const texts = new Set(['w:t', 'w:delText', 'w:tab', 'w:ptab', 'w:br', 'w:cr', 'w:sym', 'w:noBreakHyphen'])

/** Here a field that began outside does not go on. */
const closed = new Set(['w:txbxContent', 'mc:Choice', 'mc:Fallback'])

/**
 * The text elements that stand in the code of a field. A field goes over paragraphs; one that begins and never comes to a result or an end
 * hides nothing, so that a damaged field does not swallow the text behind it.
 */
export function codeOf(story: XmlElement): ReadonlySet<XmlElement> {
  const hidden = new Set<XmlElement>()
  mark(story, { open: [], inCode: [] }, hidden)
  return hidden
}

/** The fields that are open, and those of them whose code is being read: text belongs to the code of the last of these. */
interface OpenFields {
  readonly open: OpenField[]
  readonly inCode: OpenField[]
}

function mark(parent: XmlElement, fields: OpenFields, hidden: Set<XmlElement>): void {
  for (const each of parent.children) {
    if (typeof each === 'string') continue
    if (each.name === 'w:fldChar') step(each.attributes['w:fldCharType'] ?? '', fields, hidden)
    else if (!texts.has(each.name)) mark(each, closed.has(each.name) ? { open: [], inCode: [] } : fields, hidden)
    else fields.inCode[fields.inCode.length - 1]?.code.push(each)
  }
}

function step(type: string, { open, inCode }: OpenFields, hidden: Set<XmlElement>): void {
  if (type === 'begin') {
    const field: OpenField = { code: [], isResult: false }
    open.push(field)
    inCode.push(field)
  }
  const last = open[open.length - 1]
  if (last === undefined || type === 'begin') return
  if (!last.isResult) {
    for (const each of last.code) hidden.add(each)
    inCode.pop()
    last.isResult = true
  }
  if (type === 'end') open.pop()
}

/** What fields show whose code is drawn and that have no result, by their first marks, or by the element of a whole field (see {@link drawnText}). */
export function drawnFields(story: XmlElement): ReadonlyMap<XmlElement, string> {
  const shown = new Map<XmlElement, string>()
  const open: { readonly begin: XmlElement; code: string; isResult: boolean; hasResult: boolean }[] = []
  const show = (field: XmlElement, code: string): void => {
    const text = drawnText(code)
    if (text !== '') shown.set(field, text)
  }
  const walk = (parent: XmlElement): void => {
    for (const each of elements(parent)) {
      const last = open[open.length - 1]
      if (each.name === 'w:instrText' && last?.isResult === false) last.code += textOf(each)
      else if (each.name === 'w:fldSimple' && !hasText(each)) show(each, each.attributes['w:instr'] ?? '')
      else if (texts.has(each.name) && last?.isResult === true) last.hasResult = true
      else if (each.name !== 'w:fldChar') walk(each)
      else if (each.attributes['w:fldCharType'] === 'begin') open.push({ begin: each, code: '', isResult: false, hasResult: false })
      else if (each.attributes['w:fldCharType'] === 'separate' && last !== undefined) last.isResult = true
      else if (each.attributes['w:fldCharType'] === 'end') {
        open.pop()
        if (last !== undefined && !last.hasResult) show(last.begin, last.code)
      }
    }
  }
  walk(story)
  return shown
}

function hasText(element: XmlElement): boolean {
  return elements(element).some((each) => texts.has(each.name) || hasText(each))
}

/** What a field of a form shows that has no result of its own: a box, ticked or not, or the chosen entry of a list. `begin` is its first mark. */
export function formText(begin: XmlElement): string {
  const data = child(begin, 'w:ffData')
  const box = child(data, 'w:checkBox')
  if (box !== null) return flag(box, 'w:checked') ?? flag(box, 'w:default') ?? false ? '☑' : '□'
  const list = child(data, 'w:ddList')
  const entries = elements(list).filter((each) => each.name === 'w:listEntry')
  return value(entries[Number(value(child(list, 'w:result')) ?? value(child(list, 'w:default')) ?? 0)] ?? null) ?? ''
}
