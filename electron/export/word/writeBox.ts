/**
 * A box at a fixed place of the page as a text box with a table in it: the rules are borders of its rows, so they are as wide as the box whatever the
 * indents of the text. Programs from before 2010 read the older form beside it.
 */
import { boxLineHeights } from '../../../shared/print/layoutEndBlock'
import type { PrintBox, PrintBoxLine, PrintDocument, PrintRule, PrintRun } from '../../../shared/print/printDocument'
import { textAreaWidth } from '../../../shared/print/profile'
import { ruleThickness } from '../../../shared/print/profiles'
import { runProperties } from './writeRun'
import { escapeXml } from './xml'

const emuPerTwip = 635

/** What Word and LibreOffice leave below the table of a text box: a paragraph that must be there. */
export const lastParagraph = 20

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
  + ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
  + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word"'

/** A run that holds the box; `id` is its number in the file. */
export function writeBox(box: PrintBox, document: PrintDocument, id: number): string {
  const { page } = document
  const overhang = Math.max(0, ...[box.ruleBelow, ...box.lines.map((line) => line.ruleAbove)].map((rule) => rule?.overhang ?? 0))
  const width = textAreaWidth(page) + 2 * overhang
  const heights = boxLineHeights(box, document)
  const below = box.ruleBelow === undefined ? 0 : box.ruleBelow.distance
  const height = heights.reduce((sum, each) => sum + each, 0) + below + lastParagraph
  const left = page.margins.left - overhang
  // Measured from below, the lower edge of the last rule is where the box ends.
  const end = height - lastParagraph + (box.lines.length === 0 ? lastParagraph : 0) + (box.ruleBelow === undefined ? 0 : ruleThickness(box.ruleBelow))
  const top = box.edge === 'top' ? box.distance : page.height - box.distance - end
  const content = `<w:txbxContent>${tableXml(box, document, heights, width, overhang)}<w:p><w:pPr><w:pStyle w:val="GwAnchor"/></w:pPr></w:p></w:txbxContent>`
  const wrap = box.page === 'last' ? { drawing: '<wp:wrapTopAndBottom/>', vml: '<w10:wrap type="topAndBottom"/>' } : { drawing: '<wp:wrapNone/>', vml: '' }
  return anchoredBox({ left, top, width, height, name: box.id, wrap }, content, id)
}

/** Twips from the top left corner of the paper; `wrap` as XML in the newer and the older form. */
interface BoxPlace {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly name: string
  readonly wrap: { readonly drawing: string; readonly vml: string }
}

/** A run that holds a text box with this content. */
export function anchoredBox({ left, top, width, height, name, wrap }: BoxPlace, content: string, id: number): string {
  const size = `cx="${width * emuPerTwip}" cy="${height * emuPerTwip}"`
  return `<w:r ${namespaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>`
    + `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${id}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>`
    + `<wp:positionH relativeFrom="page"><wp:posOffset>${left * emuPerTwip}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${top * emuPerTwip}</wp:posOffset></wp:positionV>`
    + `<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/>${wrap.drawing}<wp:docPr id="${id}" name="${name}"/><wp:cNvGraphicFramePr/>`
    + '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
    + `<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>`
    + `<wps:txbx>${content}</wps:txbx><wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>`
    + `<mc:Fallback><w:pict><v:rect id="box${id}" filled="f" stroked="f" style="position:absolute;margin-left:${left / 20}pt;margin-top:${top / 20}pt;width:${width / 20}pt;height:${height / 20}pt;z-index:${id};mso-position-horizontal-relative:page;mso-position-vertical-relative:page">`
    + `<v:textbox inset="0,0,0,0">${content}</v:textbox>${wrap.vml}</v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

function tableXml(box: PrintBox, document: PrintDocument, heights: readonly number[], width: number, overhang: number): string {
  const rows = box.lines.length === 0 ? [rowXml(null, box.ruleBelow, lastParagraph, width, overhang, document)]
    : box.lines.map((line, index) => {
      const isLast = index === box.lines.length - 1
      return rowXml(line, isLast ? box.ruleBelow : undefined, (heights[index] ?? 0) + (isLast ? box.ruleBelow?.distance ?? 0 : 0), width, overhang, document)
    })
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>`
    + `<w:tblGrid><w:gridCol w:w="${width}"/></w:tblGrid>${rows.join('')}</w:tbl>`
}

function rowXml(line: PrintBoxLine | null, ruleBelow: PrintRule | undefined, height: number, width: number, overhang: number, document: PrintDocument): string {
  const borders = [borderXml('top', line?.ruleAbove, document), borderXml('bottom', ruleBelow, document)].join('')
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>`
    + `${borders === '' ? '' : `<w:tcBorders>${borders}</w:tcBorders>`}<w:vAlign w:val="top"/></w:tcPr>${line === null ? '<w:p><w:pPr><w:pStyle w:val="GwAnchor"/></w:pPr></w:p>' : lineXml(line, width, overhang, document)}</w:tc></w:tr>`
}

const borderStyles = { single: 'single', thickThin: 'thickThinSmallGap', thinThick: 'thinThickSmallGap' } as const

function borderXml(side: 'top' | 'bottom', rule: PrintRule | undefined, document: PrintDocument): string {
  return rule === undefined ? '' : `<w:${side} w:val="${borderStyles[rule.shape]}" w:sz="${rule.weight}" w:space="0" w:color="${rule.isRed ? document.red : 'auto'}"/>`
}

function lineXml({ style, runs, line, indent = {} }: PrintBoxLine, width: number, overhang: number, document: PrintDocument): string {
  const { left = 0, right = 0, hanging } = indent
  const tab = runs.some((run) => run.text.includes('\t')) ? `<w:tabs><w:tab w:val="right" w:pos="${width - overhang - right}"/></w:tabs>` : ''
  const spacing = line === undefined ? '' : `<w:spacing w:line="${line}" w:lineRule="exact"/>`
  const indents = `<w:ind w:left="${left + overhang}" w:right="${right + overhang}"${hanging === undefined ? '' : ` w:hanging="${hanging}"`}/>`
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${tab}${spacing}${indents}</w:pPr>${runs.map((run) => runXml(run, document)).join('')}</w:p>`
}

function runXml(run: PrintRun, document: PrintDocument): string {
  const properties = runProperties(run, document)
  return run.text.split('\t').map((part, index) => `<w:r><w:rPr>${properties}</w:rPr>${index > 0 ? '<w:tab/>' : ''}<w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`).join('')
}
