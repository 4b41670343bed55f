import { describe, expect, it } from 'vitest'
import { fromEditorDoc, toBlock, toEditorDoc } from '../../../renderer/editor/editorDoc'
import { schema } from '../../../renderer/editor/schema'
import type { TableBlock } from '../../../shared/report/report'
import { noContent } from '../../support/editorState'

const table = (...rows: readonly (readonly string[])[]): TableBlock => ({ kind: 'table', id: 't1', rows, headerRows: 0 })
const cell = (text: string) => schema.node('cell', null, [schema.text(text)])

describe('tables in the editor', () => {
  it.each([
    ['a table without rows', table()],
    ['a row without cells', table([], ['甲'])],
    ['rows of different lengths', table(['甲', '乙'], ['丙'])],
  ])('EDIT-2: %s opens, and comes back as it was while it is not touched', (_name, block) => {
    const doc = toEditorDoc({ ...noContent, blocks: [block] })
    doc.check()
    expect(fromEditorDoc(doc).blocks).toEqual([block])
  })

  it('EDIT-2: what a deletion across cells leaves is a table with even rows, and every text in it is kept', () => {
    const torn = schema.node('table', { id: 't1', headerRows: 0 }, [schema.node('row', null, [cell('甲')]), schema.node('row', null, [cell('乙'), cell('丙')])])
    expect(toBlock(torn)).toEqual(table(['甲', ''], ['乙', '丙']))
  })
})
