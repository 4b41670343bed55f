/** Between the Report value and the editor's document (SPEC EDIT-2). Blocks are remembered per node, so an unchanged paragraph stays the same object. */
import type { Mark, Node } from 'prosemirror-model'
import { invariant } from '../../shared/base/invariant'
import type { Block, ImageBlock, Level, Run, TextBlock } from '../../shared/report/report'
import type { ReportContent } from '../../shared/outline/reportContent'
import { chunksOf } from './chunks'
import { otherKeys, type OtherKeys } from './otherKeys'
import { markNames, schema } from './schema'
import { readTable, tableNode } from './tableNodes'

/** What the editor edits of a report. */
export type EditedContent = Pick<ReportContent, 'title' | 'addressee' | 'blocks' | 'attachments' | 'signature' | 'date' | 'note'>

const blocks = new WeakMap<Node, Block>()

export function toEditorDoc(content: EditedContent): Node {
  const line = (type: string, text: string): Node => schema.node(type, null, text === '' ? [] : [schema.text(text)])
  const lines = (type: string, texts: readonly string[]): Node[] => (texts.length === 0 ? [line(type, '')] : texts.map((text) => line(type, text)))
  const body = content.blocks.length === 0 ? [schema.node('paragraph', { id: 'b-first' })] : content.blocks.map(toNode)
  return schema.node('doc', null, [
    ...lines('title', content.title),
    line('addressee', content.addressee),
    ...chunksOf(body),
    ...lines('attachment', content.attachments),
    ...lines('signature', content.signature),
    line('date', content.date),
    line('note', content.note),
  ])
}

/** The content that the document stands for. Empty lines of title, attachments and signature are places to type, no content; a lone empty paragraph is no block. */
export function fromEditorDoc(doc: Node): EditedContent {
  const texts: Record<'title' | 'addressee' | 'attachment' | 'signature' | 'date' | 'note', string[]> = { title: [], addressee: [], attachment: [], signature: [], date: [], note: [] }
  const body: Block[] = []
  doc.forEach((child) => {
    if (child.type.name === 'chunk') child.forEach((node) => { body.push(toBlock(node)) })
    else if (child.textContent !== '') texts[child.type.name as keyof typeof texts].push(child.textContent)
  })
  const only = body[0]
  const isEmpty = body.length === 1 && only?.kind === 'text' && only.runs.length === 0 && only.level === 0
  return {
    title: texts.title,
    addressee: texts.addressee.join(''),
    blocks: isEmpty ? [] : body,
    attachments: texts.attachment,
    signature: texts.signature,
    date: texts.date.join(''),
    note: texts.note.join(''),
  }
}

/** The block that a body node stands for; the same object for the same node. */
export function toBlock(node: Node): Block {
  const known = blocks.get(node)
  if (known !== undefined) return known
  const block = readBlock(node)
  blocks.set(node, block)
  return block
}

/** The text block of a paragraph node. */
export function toTextBlock(node: Node): TextBlock {
  const block = toBlock(node)
  invariant(block.kind === 'text', 'a paragraph is a text block')
  return block
}

/** The node of a block. Text with manners that only the editor's schema lacks does not exist: nothing is lost. */
export function toNode(block: Block): Node {
  const node = writeBlock(block)
  blocks.set(node, block)
  return node
}

function writeBlock(block: Block): Node {
  if (block.kind === 'pageBreak') return schema.node('pageBreak', { id: block.id, others: otherKeys(block) })
  if (block.kind === 'table') return tableNode(block, otherKeys(block))
  if (block.kind === 'image') {
    const { id, sha256, mediaType, width, height, caption } = block
    return schema.node('image', { id, sha256, mediaType, width, height, others: otherKeys(block) }, caption === '' ? [] : [schema.text(caption)])
  }
  const runs = block.runs.filter((run) => run.text !== '').map(textNode)
  return schema.node('paragraph', { id: block.id, level: block.level, form: block.form ?? null, target: block.target ?? null, taken: block.taken ?? null, others: otherKeys(block) }, runs)
}

function readBlock(node: Node): Block {
  const id = node.attrs['id'] as string
  const others = node.attrs['others'] as OtherKeys | null
  if (node.type.name === 'pageBreak') return { ...others, kind: 'pageBreak', id }
  if (node.type.name === 'table') return { ...others, kind: 'table', id, ...readTable(node) }
  if (node.type.name === 'image') {
    const { sha256, mediaType, width, height } = node.attrs as Pick<ImageBlock, 'sha256' | 'mediaType' | 'width' | 'height'>
    return { ...others, kind: 'image', id, sha256, mediaType, width, height, caption: node.textContent }
  }
  const { form, target, taken, level } = node.attrs as { readonly form: TextBlock['form'] | null; readonly target: number | null; readonly taken: string | null; readonly level: 0 | Level }
  return {
    ...others, kind: 'text', id, level, runs: runsOf(node),
    ...(form === null || form === undefined ? {} : { form }), ...(target === null ? {} : { target }), ...(taken === null ? {} : { taken }),
  }
}

/** The text of a paragraph or place in pieces of one manner. */
export function runsOf(node: Node): readonly Run[] {
  const runs: Run[] = []
  node.forEach((child) => { runs.push(runOf(child)) })
  return runs
}

/** The text node of a run that is not empty. */
export function textNode(run: Run): Node {
  return schema.text(run.text, marksOf(run))
}

function marksOf(run: Run): readonly Mark[] {
  return markNames.filter((name) => run[name] === true).map((name) => schema.mark(name))
}

function runOf(text: Node): Run {
  const marks = Object.fromEntries(text.marks.map((mark) => [mark.type.name, true]))
  return { text: text.text ?? '', ...(marks as { readonly bold?: true; readonly italic?: true; readonly underline?: true; readonly stale?: true }) }
}
