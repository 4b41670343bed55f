/** Every block has an id of its own (SPEC EDIT-4): a split or a paste copies ids, so the later of two equal ones gets a new one. */
import { Plugin } from 'prosemirror-state'
import type { NewId } from '../../shared/base/ids'
import { bodyNodes } from './bodyNodes'

export function uniqueBlockIds(newId: NewId): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _old, state) => {
      if (!transactions.some((transaction) => transaction.docChanged)) return null
      const seen = new Set<string>()
      const repeated = bodyNodes(state.doc).filter(({ node }) => {
        const id = node.attrs['id'] as string
        const isNew = id !== '' && !seen.has(id)
        seen.add(id)
        return !isNew
      })
      if (repeated.length === 0) return null
      const { tr } = state
      for (const { position } of repeated) tr.setNodeAttribute(position, 'id', newId())
      return tr
    },
  })
}
