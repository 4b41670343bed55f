/** 版记 by its words (GB/T 9704-2012, 7.4): in a table, a text box or as the last lines of the text. */
import type { Entry } from './entries'
import type { RoleName } from './roleNames'

const copies = /^(抄\s*送|抄\s*报|分\s*送)\s*[：:]?/
const addressee = /^主\s*送\s*[：:]/
const printed = /印\s*发\s*$/
const dated = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[〇○零一二三四五六七八九十]{4}年.{1,3}月.{1,3}日/

/** Marks the lines of 版记. */
export function markEndBlock(entries: readonly Entry[], roles: (readonly RoleName[] | null)[]): void {
  const groups = new Map<number, number[]>()
  entries.forEach((entry, at) => {
    if (entry.group < 0 || entry.text === '') return
    const known = groups.get(entry.group)
    if (known === undefined) groups.set(entry.group, [at])
    else known.push(at)
  })
  for (const indices of groups.values()) {
    const texts = indices.map((at) => entries[at]?.text ?? '')
    const isEnd = texts.some((text) => copies.test(text) || printed.test(text)) && texts.length <= 12
    const isRuled = indices.length <= 4 && indices.every((at) => entries[at]?.where === 'box') && texts.some((text) => dated.test(text) && text.length < 60) && indices.some((at) => entries[at]?.above !== null)
    if (isEnd || isRuled) for (const at of indices) roles[at] = [roleOf(entries[at]?.text ?? '')]
  }
  let below = 0
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at]
    if (entry === undefined || entry.text === '' || entry.where !== 'body') continue
    const isKnown = copies.test(entry.text) || addressee.test(entry.text) || (printed.test(entry.text) && entry.text.length <= 60)
    const isPrinter = below === 0 && dated.test(entry.text) && /\S[\s\u3000]{1,}\d{4}年|[\u4e00-\u9fff]\d{4}年/.test(entry.text) && entry.text.length <= 60 && isBelowCopies(entries, at)
    if (!isKnown && !isPrinter) return
    roles[at] = [isPrinter ? 'printer' : roleOf(entry.text)]
    below += 1
  }
}

function isBelowCopies(entries: readonly Entry[], at: number): boolean {
  for (let above = at - 1; above >= 0; above -= 1) if (entries[above]?.text !== '') return copies.test(entries[above]?.text ?? '')
  return false
}

function roleOf(text: string): RoleName {
  if (addressee.test(text)) return 'addresseeBelow'
  return copies.test(text) ? 'copies' : 'printer'
}
