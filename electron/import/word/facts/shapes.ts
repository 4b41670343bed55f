/** Drawings: text boxes with what stands in them, lines with their weight and colour; pictures are only counted. */
import type { BlockFacts, BoxFacts } from '../../../../shared/conform/wordFacts'
import { stampName } from '../../../../shared/print/layoutStamp'
import { elements, type XmlElement } from '../../xmlTree'

export interface Shape {
  readonly isPicture: boolean
  readonly boxes: readonly Omit<BoxFacts, 'section'>[]
}

const emuPerTwip = 635
const emuPerEighth = 1587.5

/** `read` gives the blocks inside a `w:txbxContent`. */
export function readShape(element: XmlElement, read: (content: XmlElement) => readonly BlockFacts[]): Shape {
  const boxes: Omit<BoxFacts, 'section'>[] = []
  const found = { isPicture: false, width: null as number | null }
  walk(element, found, boxes, read)
  return { isPicture: found.isPicture, boxes }
}

function walk(element: XmlElement, found: { isPicture: boolean; width: number | null }, boxes: Omit<BoxFacts, 'section'>[], read: (content: XmlElement) => readonly BlockFacts[]): void {
  for (const each of elements(element)) {
    if (elements(each).some(({ name, attributes }) => name.endsWith(':docPr') && attributes['name'] === stampName)) continue
    const local = each.name.replace(/^.*:/, '')
    if (local === 'extent') found.width = (Number(each.attributes['cx']) || 0) / emuPerTwip
    if (local === 'txbxContent') boxes.push({ kind: 'box', blocks: read(each).filter((block) => block.kind !== 'box') as BoxFacts['blocks'], line: null, width: found.width })
    else if (local === 'blip' || local === 'imagedata') found.isPicture = true
    else if (local === 'line' && each.name !== 'w:line' && isVml(each)) boxes.push({ kind: 'box', blocks: [], line: vmlLine(each), width: null })
    else if ((local === 'wsp' || local === 'cxnSp') && isStraight(each)) boxes.push({ kind: 'box', blocks: [], line: drawnLine(each), width: found.width })
    else walk(each, found, boxes, read)
  }
}

function isVml(element: XmlElement): boolean {
  return element.attributes['from'] !== undefined || element.attributes['strokecolor'] !== undefined
}

function vmlLine(element: XmlElement): { readonly weight: number; readonly color: string } {
  const points = Number.parseFloat(element.attributes['strokeweight'] ?? '0.75')
  return { weight: (Number.isFinite(points) ? points : 0.75) * 8, color: hexOf(element.attributes['strokecolor'] ?? '') }
}

function hexOf(color: string): string {
  const named: Readonly<Record<string, string>> = { red: 'FF0000', black: '000000' }
  const found = /^#?([0-9a-f]{6})/i.exec(color)?.[1] ?? (/^#([0-9a-f]{3})\b/i.exec(color)?.[1] ?? '').replace(/./g, '$&$&')
  return found === '' ? named[color.trim().toLowerCase().split(' ')[0] ?? ''] ?? 'auto' : found.toUpperCase()
}

/** A shape that is a line: by its form, or because it has no height. */
function isStraight(element: XmlElement): boolean {
  const form = first(element, 'prstGeom')?.attributes['prst'] ?? ''
  return (form === 'line' || /^straightConnector/.test(form)) && first(element, 'txbxContent') === null
}

function drawnLine(element: XmlElement): { readonly weight: number; readonly color: string } {
  const line = first(element, 'ln')
  const width = Number(line?.attributes['w'] ?? '9525')
  return { weight: (Number.isFinite(width) ? width : 9525) / emuPerEighth, color: hexOf(first(line, 'srgbClr')?.attributes['val'] ?? '') }
}

function first(element: XmlElement | null, local: string): XmlElement | null {
  for (const each of elements(element)) {
    if (each.name.replace(/^.*:/, '') === local) return each
    const inner = first(each, local)
    if (inner !== null) return inner
  }
  return null
}
