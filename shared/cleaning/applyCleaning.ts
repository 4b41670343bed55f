/** Carries out what the clerk ticked (SPEC CLEAN-2): the pieces that were proposed and nothing else; ids stay. */
import type { ReportContent } from '../outline/reportContent'
import { blockText } from '../report/blockText'
import { editTexts, type TextEdit } from '../report/editTexts'
import type { SetAsideLine } from '../report/report'
import { placeKey, type CleaningProposal } from './proposeCleaning'

/**
 * The content with the proposals carried out. A proposal whose words do not stand at its place any more is left out; the order of the proposals does
 * not matter. Paragraphs that go are set aside with their words. The same object if nothing changes.
 */
export function applyCleaning<Content extends ReportContent>(content: Content, accepted: readonly CleaningProposal[]): Content {
  const byPlace = new Map<string, TextEdit[]>()
  const gone = new Map<string, string>()
  const befores = new Map<TextEdit, string>()
  for (const proposal of accepted) {
    if (proposal.kind === 'line') gone.set(proposal.place.blockId, proposal.before)
    if (proposal.kind !== 'text') continue
    const edit = { from: proposal.from, to: proposal.to, text: proposal.after }
    befores.set(edit, proposal.before)
    const known = byPlace.get(placeKey(proposal.place))
    if (known === undefined) byPlace.set(placeKey(proposal.place), [edit])
    else known.push(edit)
  }
  for (const edits of byPlace.values()) edits.sort((one, other) => one.from - other.from)
  const edited = byPlace.size === 0 ? content : editTexts(content, (text, place) => {
    const edits = byPlace.get(placeKey(place))
    return edits === undefined ? [] : edits.filter((edit, index) => text.slice(edit.from, edit.to) === befores.get(edit) && edit.from >= (edits[index - 1]?.to ?? 0))
  })
  return gone.size === 0 ? edited : withoutLines(edited, gone)
}

function withoutLines<Content extends ReportContent>(content: Content, gone: ReadonlyMap<string, string>): Content {
  const setAside: SetAsideLine[] = []
  let behind = ''
  const blocks = content.blocks.filter((block, index) => {
    const words = gone.get(block.id)
    if (words === undefined || block.kind !== 'text' || blockText(block) !== words) {
      behind = block.id
      return true
    }
    if (words.trim() !== '') setAside.push({ line: index + 1, text: words, behind })
    return false
  })
  return blocks.length === content.blocks.length ? content : { ...content, blocks, setAside: [...content.setAside, ...setAside] }
}
