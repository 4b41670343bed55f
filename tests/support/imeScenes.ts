/** Compositions at every kind of place on the desk (SPEC EDIT-19), for the renderer alone and for the real program. The page has a sample report open. */
import type { CDPSession, Page } from '@playwright/test'

/** The words of one composition: what the keys show one after the other, and what is chosen. */
export interface Composition {
  readonly keys: readonly string[]
  readonly words: string
}

export const words = {
  work: { keys: ['g', 'go', 'gon', 'gong', "gong'z", "gong'zu", "gong'zuo"], words: '工作' },
  grasp: { keys: ['z', 'zh', 'zhu', 'zhua'], words: '抓' },
  long: { keys: ['q', 'qu', "qu'n", "qu'ni", "qu'nian", "qu'nian'yi", "qu'nian'yi'lai"], words: '去年以来全县档案系统深入开展专项整治' },
  marks: { keys: ['d', 'dou'], words: '，' },
} as const satisfies Record<string, Composition>

export interface ImeScene {
  readonly name: string
  /** Which element the caret is set into, and where: the number of UTF-16 units from its start, `end`, or the share of its length. */
  readonly at: { readonly selector: string; readonly index: number; readonly offset: number | 'end' | 'middle' }
  /** Keys pressed before the composition begins. */
  readonly before?: readonly string[]
  readonly compositions: readonly Composition[]
  /** Milliseconds between the keys of the input method. */
  readonly pause?: number
  /** The caret is brought to the lower edge of the window first. */
  readonly isAtEdge?: true
  /** So many characters behind the caret are selected first, and composed over. */
  readonly selects?: number
}

const para = '.page .para'
const one = [words.work]

export const imeScenes: readonly ImeScene[] = [
  ...([['at the start', 0], ['in the middle', 'middle'], ['at the end', 'end']] as const).flatMap(([where, offset]): readonly ImeScene[] => [
    { name: `body text, ${where}`, at: { selector: para, index: 0, offset }, compositions: one },
    { name: `whole heading, ${where}`, at: { selector: `${para}.whole`, index: 1, offset }, compositions: one },
    { name: `run-in heading, ${where}`, at: { selector: `${para}:not(.whole):has(.lead)`, index: 0, offset }, compositions: one },
    { name: `item paragraph, ${where}`, at: { selector: `${para}:has(.item-lead)`, index: 0, offset }, compositions: one },
    { name: `title, ${where}`, at: { selector: '.page .place-title', index: 0, offset }, compositions: one },
    { name: `signature, ${where}`, at: { selector: '.page .place-signature', index: 0, offset }, compositions: one },
  ]),
  { name: 'many words one after the other', at: { selector: para, index: 0, offset: 'end' }, compositions: [words.work, words.grasp, words.marks, words.long, words.work] },
  { name: 'many words in a heading', at: { selector: `${para}.whole`, index: 0, offset: 'end' }, compositions: [words.work, words.grasp, words.work] },
  { name: 'a long sentence', at: { selector: para, index: 0, offset: 'middle' }, compositions: [words.long] },
  { name: 'a mark', at: { selector: para, index: 0, offset: 'middle' }, compositions: [words.marks] },
  { name: 'slowly, longer than the autosave waits', at: { selector: para, index: 0, offset: 'end' }, compositions: [words.work], pause: 350 },
  { name: 'right behind Enter', at: { selector: para, index: 0, offset: 'end' }, before: ['Enter'], compositions: one },
  { name: 'in a row of empty paragraphs', at: { selector: para, index: 0, offset: 'end' }, before: ['Enter', 'Enter', 'Enter', 'ArrowUp'], compositions: [words.grasp, words.work] },
  { name: 'behind Enter in a heading', at: { selector: `${para}.whole`, index: 1, offset: 'end' }, before: ['Enter'], compositions: one },
  { name: 'in an empty numbered paragraph', at: { selector: para, index: 0, offset: 'end' }, before: ['Enter', 'Control+Alt+1'], compositions: [words.work, words.grasp] },
  { name: 'behind 二是 set by Enter', at: { selector: para, index: 0, offset: 'end' }, before: ['Enter', 'Control+Alt+n'], compositions: one },
  { name: 'with bold switched on', at: { selector: para, index: 0, offset: 'end' }, before: ['Control+b'], compositions: [words.work, words.grasp] },
  { name: 'right behind an undo', at: { selector: para, index: 0, offset: 'end' }, before: ['x', 'Control+z'], compositions: one },
  { name: 'behind a character just deleted', at: { selector: para, index: 0, offset: 'end' }, before: ['x', 'Backspace'], compositions: one },
  { name: 'over a selection', at: { selector: para, index: 0, offset: 4 }, selects: 6, compositions: one },
  { name: 'over a selection in a heading', at: { selector: `${para}.whole`, index: 1, offset: 0 }, selects: 2, compositions: one },
  { name: 'in an empty place, 主送机关', at: { selector: '.page .place-addressee', index: 0, offset: 'end' }, compositions: one },
  { name: 'in an empty place, 附注', at: { selector: '.page .place-note', index: 0, offset: 'end' }, compositions: [words.work, words.grasp] },
  { name: 'in an empty place, 附件说明', at: { selector: '.page .place-attachment', index: 0, offset: 'end' }, compositions: one },
  { name: 'in an empty paragraph at the lower edge', at: { selector: para, index: -1, offset: 'end' }, before: ['Enter'], isAtEdge: true, compositions: one },
  { name: 'in the last paragraph', at: { selector: para, index: -1, offset: 'end' }, compositions: [words.work, words.long] },
]

/** What the page did meanwhile, and what stands in the text afterwards. */
export interface ImeOutcome {
  readonly text: string
  readonly expected: string
  readonly starts: number
  readonly ends: number
  /** Changes of numbers, outline and status line while words were being composed. */
  readonly disturbances: readonly string[]
}

/** Carries a scene out. `expected` is what a plain text field would hold. */
export async function composeScene(page: Page, cdp: CDPSession, scene: ImeScene): Promise<ImeOutcome> {
  await setCaret(page, scene)
  for (const key of scene.before ?? []) {
    await page.keyboard.press(key)
    await page.waitForTimeout(30)
  }
  if (scene.isAtEdge) await page.locator('[data-sheet]').evaluate((sheet) => { sheet.scrollTop -= sheet.clientHeight / 2 - 30 })
  // Pages and hints follow when the text rests: they have come.
  await page.waitForTimeout(360)
  const start = await page.evaluate((selects) => {
    const watch = { starts: 0, ends: 0, disturbances: [] as string[], isComposing: false }
    Object.assign(window, { imeWatch: watch })
    const editor = document.querySelector<HTMLElement>('[data-editor]')
    editor?.addEventListener('compositionstart', () => { watch.starts += 1; watch.isComposing = true }, true)
    editor?.addEventListener('compositionend', () => { watch.ends += 1; watch.isComposing = false }, true)
    const note = (where: string) => (changes: readonly MutationRecord[]): void => {
      if (watch.isComposing) for (const change of changes) watch.disturbances.push(`${where}: ${change.type} ${change.attributeName ?? ''} ${(change.target as Element).className ?? change.target.nodeName}`)
    }
    const outline = document.querySelector('[role="tree"]')
    if (outline) new MutationObserver(note('outline')).observe(outline, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['aria-label', 'aria-selected'] })
    const status = document.querySelector('footer')
    if (status) new MutationObserver(note('status')).observe(status, { subtree: true, childList: true, characterData: true })
    if (editor) new MutationObserver(note('page')).observe(editor, { subtree: true, attributes: true, attributeFilter: ['data-n', 'data-level'] })
    const selection = getSelection()
    const place = (selection?.anchorNode instanceof Element ? selection.anchorNode : selection?.anchorNode?.parentElement)?.closest('.para, .place, td')
    const range = document.createRange()
    if (!place || !selection?.anchorNode) throw new Error('the caret is nowhere')
    range.selectNodeContents(place)
    range.setEnd(selection.anchorNode, selection.anchorOffset)
    const offset = range.toString().length
    for (let count = 0; count < selects; count += 1) selection.modify('extend', 'forward', 'character')
    place.setAttribute('data-ime', 'here')
    return { offset, text: place.textContent ?? '', chosen: selection.toString().length }
  }, scene.selects ?? 0)
  for (const { keys, words: chosen } of scene.compositions) {
    for (const text of keys) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      if (scene.pause !== undefined) await page.waitForTimeout(scene.pause)
    }
    await cdp.send('Input.insertText', { text: chosen })
  }
  await page.waitForTimeout(200)
  const seen = await page.evaluate(() => {
    const selection = getSelection()
    const place = (selection?.anchorNode instanceof Element ? selection.anchorNode : selection?.anchorNode?.parentElement)?.closest('.para, .place, td')
    const { starts, ends, disturbances } = (window as unknown as { imeWatch: { starts: number; ends: number; disturbances: string[] } }).imeWatch
    return { text: place?.textContent ?? '', starts, ends, disturbances }
  })
  const chosen = scene.compositions.map((each) => each.words).join('')
  return { ...seen, expected: start.text.slice(0, start.offset) + chosen + start.text.slice(start.offset + start.chosen) }
}

async function setCaret(page: Page, { at }: ImeScene): Promise<void> {
  await page.locator(at.selector).nth(at.index).evaluate((element, offset) => {
    element.scrollIntoView({ block: 'center' })
    ;(element.closest('[data-editor]') as HTMLElement).focus()
    const units = (element.textContent ?? '').length
    let left = offset === 'end' ? units : offset === 'middle' ? Math.floor(units / 2) : offset
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    range.selectNodeContents(element)
    range.collapse(true)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0
      range.setStart(node, Math.min(left, length))
      range.collapse(true)
      if (left <= length) break
      left -= length
    }
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, at.offset)
  await page.waitForTimeout(60)
}
