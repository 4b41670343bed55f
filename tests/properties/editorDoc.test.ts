import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Run } from '../../shared/report/report'
import { fromEditorDoc, toEditorDoc, type EditedContent } from '../../renderer/editor/editorDoc'
import { bodyNodes } from '../../renderer/editor/bodyNodes'

const words = fc.string({ unit: fc.constantFrom('一', '、', '（', '总', '结', '。', '5', 'a', ' ', '𬱖', '“'), minLength: 1, maxLength: 12 })
const flag = fc.constantFrom(undefined, true as const)

/** Runs as the editor keeps them: no empty ones, and neighbours differ in manner. */
const runs = fc.array(fc.record({ text: words, bold: flag, italic: flag, underline: flag, stale: flag }), { maxLength: 4 }).map((all) => {
  const kept: Run[] = []
  for (const { text, ...manners } of all) {
    const set = Object.fromEntries(Object.entries(manners).filter(([, value]) => value === true)) as Omit<Run, 'text'>
    const last = kept[kept.length - 1]
    if (last !== undefined && JSON.stringify({ ...last, text: '' }) === JSON.stringify({ text: '', ...set })) kept[kept.length - 1] = { ...last, text: last.text + text }
    else kept.push({ text, ...set })
  }
  return kept
})
const text = fc.record({ kind: fc.constant('text' as const), id: fc.constant(''), level: fc.constantFrom(0, 1, 2, 3, 4, 5), runs, form: fc.constantFrom(undefined, 'heading' as const, 'clause' as const), target: fc.constantFrom(undefined, 1, 800), taken: fc.constantFrom(undefined, 'r-1'), later: fc.constantFrom(undefined, { a: [1] }) })
  .map((block) => Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined)))
const table = fc.record({ kind: fc.constant('table' as const), id: fc.constant(''), headerRows: fc.constantFrom(0, 1), rows: fc.array(fc.array(fc.oneof(words, fc.constant('')), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }) })
const blocks = fc.array(fc.oneof({ weight: 6, arbitrary: text }, table, fc.constant({ kind: 'pageBreak' as const, id: '' })), { minLength: 1, maxLength: 120 })
  .map((all) => all.map((block, index) => ({ ...block, id: `b${index}` }) as Block))
  .filter((all) => !(all.length === 1 && all[0]?.kind === 'text' && all[0].level === 0 && all[0].runs.length === 0))
const lines = fc.array(words, { maxLength: 3 })
const line = fc.oneof(fc.constant(''), words)
const contents: fc.Arbitrary<EditedContent> = fc.record({ title: lines, addressee: line, blocks, attachments: lines, signature: lines, date: line, note: line })

describe('report and editor document', () => {
  it('EDIT-2: what the editor gives back is what it was given', () => {
    fc.assert(fc.property(contents, (content) => { expect(fromEditorDoc(toEditorDoc(content))).toEqual(content) }), { numRuns: 300 })
  })

  it('EDIT-2: an untouched block stays the very same object', () => {
    fc.assert(fc.property(contents, (content) => {
      const doc = toEditorDoc(content)
      fromEditorDoc(doc).blocks.forEach((block, index) => { expect(block).toBe(content.blocks[index]) })
    }), { numRuns: 50 })
  })

  it('EDIT-3: the document is well-formed and keeps every block in order', () => {
    fc.assert(fc.property(contents, (content) => {
      const doc = toEditorDoc(content)
      doc.check()
      expect(bodyNodes(doc).map(({ node }) => node.attrs['id'])).toEqual(content.blocks.map((block) => block.id))
    }), { numRuns: 100 })
  })

  it('EDIT-2: a report without a word becomes a page with an empty paragraph, and no block', () => {
    const empty: EditedContent = { title: [], addressee: '', blocks: [], attachments: [], signature: [], date: '', note: '' }
    const doc = toEditorDoc(empty)
    expect(bodyNodes(doc)).toHaveLength(1)
    expect(fromEditorDoc(doc)).toEqual(empty)
  })
})
