/** Marks of titles drawn as signs of comparison (SPEC CLEAN-18): <<章程>>, 《章程>, ＜章程＞. */
import type { FindEdits } from './cleaningRule'
import { chinese } from './pairEdits'
import { inOrder, matchEdits } from './textEdits'

const whole = /(?:<<|≪|«)([^<>≪≫«»《》\n]{2,60})(?:>>|≫|»)|《([^<>＜＞《》\n]{2,60})(?:>{1,2}|＞)|(?:<{1,2}|＜)([^<>＜＞《》\n]{2,60})》/g
const single = /[<＜]([^<>＜＞《》\n]{2,60})[>＞]/g

/** Pairs around Chinese. A pair inside 《》 is 〈〉; a pair of single signs elsewhere may be a comparison and is doubtful. */
export const findTitleMarks: FindEdits = (text) => {
  if (!/[<>＜＞≪≫«»]/.test(text)) return []
  const sure = matchEdits(text, whole, ([, doubled, left, right]) => {
    const inside = doubled ?? left ?? right ?? ''
    return chinese.test(inside) ? `《${inside}》` : null
  })
  const pairs = matchEdits(text, single, ([, inside = ''], at) => {
    if (!chinese.test(inside)) return null
    const before = text.slice(Math.max(0, at - 80), at)
    if (before.lastIndexOf('《') > before.lastIndexOf('》') && text.indexOf('》', at) !== -1) return `〈${inside}〉`
    return /[，。；：、！？=\d]/.test(inside) || inside.length < 4 ? null : { text: `《${inside}》`, isDoubtful: true }
  })
  return inOrder([...sure, ...pairs.filter((pair) => !sure.some((other) => other.from < pair.to && pair.from < other.to))])
}
