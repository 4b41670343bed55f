/** Marks drawn with the wrong character, or twice (SPEC CLEAN-7). */
import type { FindEdits } from './cleaningRule'
import { keptPieces } from './keptPieces'
import { inOrder, matchEdits } from './textEdits'

const han = '\\u3400-\\u4dbf\\u4e00-\\u9fff'
const small: Readonly<Record<string, string>> = { '﹐': '，', '﹑': '、', '﹔': '；', '﹕': '：', '﹖': '？', '﹗': '！', '﹙': '（', '﹚': '）', '﹪': '%', '｡': '。', '､': '、', '˙': '·', '･': '·', '•': '·', '‧': '·', '⋅': '·', '∙': '·', '・': '·' }
const dashes = new RegExp(`(?<![―─━—–－_=-])(?:[―─━]{2,3}|[–－]{2,3}|—[―─━–-]|[―─━–-]—)(?![―─━—–－_=-])|(?<=[${han}”）》])-{2,3}(?=[${han}“《（])|(?<=[年月日时]|(?<![0-9])(?:19|20)[0-9]{2})-{2}(?=(?:19|20)[0-9]{2}(?![0-9])|[0-9]{1,2}[月日时])|(?<=[${han}”）》])[―─━](?=[${han}“《（])|(?<=[0-9A-Za-z])[―─━](?=[0-9A-Za-z])`, 'g')
const isRange = (found: string, before: string): boolean => /[0-9A-Za-z年月日时]/.test(before) && (found.length === 1 || found === '--')
const middleDots = new RegExp(`(?<=[${han}A-Za-z])[˙･•‧⋅∙・](?=[${han}A-Za-z])`, 'g')
const dots = new RegExp(`(?<=[${han}”）》])(?:\\.{3,6}|。{3,6}|…(?!…))`, 'g')

const doubled = new RegExp(`(?<=[${han}”）》0-9%])([，、；：。])\\1(?![，、；：。])`, 'g')
/** Of two different marks one was meant, hardly ever anything but the second. */
const differing = new RegExp(`(?<=[${han}”）》0-9%])(?:[，、；：]。|。[，、；]|，[、；]|、[，；]|；[，、])(?![，、；：。])`, 'g')
const lastPoint = new RegExp(`(?<=[${han}”）》]{6})[．﹒](?=$|[”’])`, 'g')

/** Marks drawn with the wrong character: dashes, middle dots, small and half-width forms, dots in the place of an ellipsis. */
export const findMarks: FindEdits = (text) => {
  const isKept = keptPieces(text)
  return inOrder([
    ...matchEdits(text, dashes, ([found], at) => (isRange(found, text.charAt(at - 1)) ? '—' : '——')),
    ...matchEdits(text, middleDots, () => '·'),
    ...matchEdits(text, /[﹐﹑﹔﹕﹖﹗﹙﹚﹪｡､]/g, ([found]) => small[found] ?? null),
    ...matchEdits(text, doubled, ([found]) => found.charAt(0)),
    ...matchEdits(text, differing, ([found]) => ({ text: found.charAt(1), isDoubtful: true })),
    ...matchEdits(text, lastPoint, () => '。'),
    ...matchEdits(text, dots, ([found]) => (found === '…' ? { text: '……', isDoubtful: true } : '……')),
  ]).filter((edit) => !isKept(edit.from))
}
