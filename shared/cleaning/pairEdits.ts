/** What counts as Chinese beside a mark, and marks that come in pairs (SPEC CLEAN-8). */
import type { FoundEdit } from './cleaningRule'

/** Chinese: characters of the script, and the marks that stand beside them. */
export const chinese = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/
const closing = /[”’）》〉】〕」』％%‰℃°′″²³㎡㎞㎏]/
const opening = /[“‘（《〈【〔「『]/

/** Halves of a pair of code units as well: beside a mark they are rare characters. */
export const isChinese = (sign: string): boolean => chinese.test(sign) || (sign >= '\ud840' && sign <= '\udfff')
/** Chinese, or a mark that ends something Chinese. */
export const endsChinese = (sign: string): boolean => isChinese(sign) || closing.test(sign)
/** Chinese, or a mark that begins something Chinese. */
export const beginsChinese = (sign: string): boolean => isChinese(sign) || opening.test(sign)

/** A pair no longer than this is proposed as one, so that nobody takes one half of it. */
export const longestPair = 30

/** The edits that give a pair of marks at `from` and `to` their form; nothing where they have it. */
export function pairEdits(text: string, from: number, to: number, left: string, right: string, isNested: boolean): readonly FoundEdit[] {
  if (text.charAt(from) === left && text.charAt(to) === right) return []
  if (!isNested && to - from <= longestPair) return [{ from, to: to + 1, text: `${left}${text.slice(from + 1, to)}${right}` }]
  return [...(text.charAt(from) === left ? [] : [{ from, to: from + 1, text: left }]), ...(text.charAt(to) === right ? [] : [{ from: to, to: to + 1, text: right }])]
}
