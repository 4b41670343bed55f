import type { Locator, Page } from '@playwright/test'
import { caretAtEnd } from './caret'
import { callsOf, expect, expectAccessible, test } from './fixtures'
import { pageEffort } from './pageEffort'

/** The sample of 2025 on the desk, and 对照 beside it. */
async function openBeside(page: Page): Promise<Locator> {
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  await page.keyboard.press('Control+Shift+d')
  const list = page.getByRole('listbox', { name: '对照材料的各段' })
  await expect(list).toBeVisible()
  return list
}

const bodyTexts = (page: Page): Promise<readonly string[]> => page.locator('.page .para').evaluateAll((all) => all.map((each) => each.textContent ?? ''))
const chosen = (list: Locator): Locator => list.locator('[aria-selected="true"]')

/** Index and place of the first row on the screen. */
function rowOnTop(list: Locator): Promise<string> {
  return list.evaluate((pane) => {
    const { left, top, width } = pane.getBoundingClientRect()
    const row = document.elementFromPoint(left + width / 2, top + 12)?.closest<HTMLElement>('[data-index]')
    return row === null || row === undefined ? '' : `${row.dataset['index'] ?? ''} ${Math.round(row.getBoundingClientRect().top - top)}`
  })
}

test.describe('the older report', () => {
  test('REFERENCE-1: last year\'s report of the same kind stands beside the page, with its numbers', async ({ openPage }) => {
    const page = await openPage('shelf')
    const list = await openBeside(page)
    await expect(page.getByRole('button', { name: /^对照的材料：2024年/ })).toBeVisible()
    await expect(list.getByRole('option').filter({ hasText: '主要工作' }).first()).toHaveAttribute('data-number', '一、')
    await expectAccessible(page)
    await page.setViewportSize({ width: 1024, height: 700 })
    await expectAccessible(page)
  })

  test('REFERENCE-1: another one is found by year and kind, a filed one too', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openBeside(page)
    await page.getByRole('button', { name: /^对照的材料/ }).click()
    await expectAccessible(page)
    await page.getByRole('searchbox', { name: '按年度、类别、标题筛选' }).fill('2024 意识形态')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^对照的材料：2024年.*意识形态/ })).toBeVisible()
    expect((await callsOf(page)).filter(({ channel }) => channel === 'report.save')).toEqual([])
  })

  test('REFERENCE-1: an older report comes in from a file', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openBeside(page)
    await page.evaluate(() => {
      const bytes = new TextEncoder().encode('清源县档案局2023年度档案工作总结\n现将情况总结如下：\n一、主要做法\n全年排查隐患36处。\n')
      ;(globalThis as unknown as { fake: { chooseFiles: (files: readonly { name: string; bytes: Uint8Array }[]) => void } }).fake.chooseFiles([{ name: '旧总结.txt', bytes }])
    })
    await page.getByRole('button', { name: /^对照的材料/ }).click()
    await page.getByRole('button', { name: '导入文件…' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: /^对照的材料：2023年/ })).toBeVisible()
    await expect(page.getByRole('option').filter({ hasText: '全年排查隐患36处。' })).toBeVisible()
  })

  test('REFERENCE-2: follows the section of the caret, until it is switched off', async ({ openPage }) => {
    const page = await openPage('shelf')
    const list = await openBeside(page)
    await page.getByRole('treeitem').filter({ hasText: '下一步工作打算' }).first().click()
    await expect(list.locator('[data-matched]')).toBeInViewport()
    await expect(list.locator('[data-matched]')).toContainText('下一步')
    await page.getByRole('button', { name: '跟随光标所在章节' }).click()
    const before = await rowOnTop(list)
    expect(Number(before.split(' ')[0])).toBeGreaterThan(5)
    await page.getByRole('treeitem').first().click()
    await page.waitForTimeout(200)
    await expect.poll(() => rowOnTop(list)).toBe(before)
    await page.keyboard.press('Control+Shift+d')
    await page.keyboard.press('Control+Shift+d')
    await expect.poll(() => rowOnTop(list)).toBe(before)
  })

  test('REFERENCE-8: its text is searched', async ({ openPage }) => {
    const page = await openPage('shelf')
    const list = await openBeside(page)
    const search = page.getByRole('searchbox', { name: '在对照材料里查找' })
    await list.focus()
    await page.keyboard.press('Control+f')
    await expect(search).toBeFocused()
    await search.fill('档案')
    await expect(list.locator('mark').first()).toBeVisible()
    const all = await list.locator('mark').count()
    expect(all).toBeGreaterThan(3)
    await search.press('Enter')
    await search.press('Shift+Enter')
    await expect(page.getByRole('status').filter({ hasText: `${all}/${all}` })).toBeVisible()
    await expect(list.locator('mark[data-current]')).toBeInViewport()
  })
})

test.describe('taking over', () => {
  test('REFERENCE-5: a paragraph chosen by arrow keys comes in at the caret, marked, and one undo takes it back', async ({ openPage }) => {
    const page = await openPage('shelf')
    const list = await openBeside(page)
    await caretAtEnd(page, 0)
    const before = await bodyTexts(page)
    await list.focus()
    await page.keyboard.press('Home')
    const row = list.getByRole('option').filter({ hasText: /\d{2,}/ }).first()
    for (let steps = Number(await row.getAttribute('data-index')); steps > 0; steps -= 1) await page.keyboard.press('ArrowDown')
    await expect(chosen(list)).toHaveCount(1)
    const text = await row.textContent() ?? ''
    await page.keyboard.press('Enter')
    const taken = page.locator('.page .para').nth(1)
    await expect(taken).toHaveText(text)
    await expect(taken.locator('.stale').first()).toBeVisible()
    await expect(taken).toHaveAttribute('data-taken', /^r-/)
    await expect.poll(() => bodyTexts(page)).toEqual([before[0], text, ...before.slice(1)])
    await expect(row).toHaveAttribute('data-present', 'true')
    await expectAccessible(page)
    await page.getByRole('textbox', { name: '正文' }).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => bodyTexts(page)).toEqual(before)
    await expect(row).not.toHaveAttribute('data-present', 'true')
  })

  test('REFERENCE-3: several paragraphs by Shift, taken over with one key from the text', async ({ openPage }) => {
    const page = await openPage('shelf')
    const list = await openBeside(page)
    await caretAtEnd(page, 0)
    const before = (await bodyTexts(page)).length
    await list.getByRole('option').nth(0).click()
    await list.getByRole('option').nth(2).click({ modifiers: ['Shift'] })
    await expect(chosen(list)).toHaveCount(3)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Alt+Enter')
    expect((await bodyTexts(page)).length).toBe(before + 3)
  })

  test('REFERENCE-3: a few characters marked by the mouse come into the paragraph', async ({ openPage }) => {
    const page = await openPage('shelf')
    const list = await openBeside(page)
    await caretAtEnd(page, 0)
    const before = await bodyTexts(page)
    const text = await list.getByRole('option').nth(0).evaluate((row) => {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT)
      const node = walker.nextNode()
      getSelection()?.setBaseAndExtent(node!, 2, node!, 7)
      return String(getSelection())
    })
    await page.getByRole('button', { name: '取用', exact: true }).click()
    await expect.poll(() => bodyTexts(page)).toEqual([`${before[0] ?? ''}${text}`, ...before.slice(1)])
  })

  test('REFERENCE-6: the origin is told beside the paragraph and below it, and 取消标记 takes the sign away', async ({ openPage }) => {
    const page = await openPage('shelf')
    const list = await openBeside(page)
    await caretAtEnd(page, 0)
    await list.getByRole('option').nth(0).click()
    await page.getByRole('button', { name: '取用', exact: true }).click()
    const taken = page.locator('.page .para').nth(1)
    await page.getByRole('textbox', { name: '正文' }).focus()
    await expect(page.getByText(/^取自2024年《/)).toBeVisible()
    const box = (await taken.boundingBox())!
    await page.mouse.move(box.x - 24, box.y + 12)
    await expect(taken).toHaveAttribute('title', /^取自2024年《/)
    await page.mouse.move(box.x + 100, box.y + 12)
    await expect(taken).toHaveAttribute('title', '')
    await page.getByRole('button', { name: '取消标记' }).click()
    await expect(taken).not.toHaveAttribute('data-taken', /./)
    await expect(page.getByText(/^取自2024年《/)).toHaveCount(0)
    await page.keyboard.press('Control+z')
    await expect(taken).toHaveAttribute('data-taken', /^r-/)
  })

  test('REFERENCE-8: 300,000 characters beside the page open and are searched without standing still', async ({ openPage }) => {
    const page = await openPage('shelf')
    await page.evaluate(async () => {
      const lines = Array.from({ length: 2600 }, (_each, index) => (index % 13 === 0 ? `一、第${index}项工作` : `全年完成任务${index}件，${'扎实推进各项重点工作，'.repeat(10)}取得明显成效。`))
      await (globalThis as unknown as { api: { call: (channel: string, request: unknown) => Promise<unknown> } }).api.call('import.text', { text: `清源县档案局2024年度大事总结报告\n${lines.join('\n')}`, year: 2024 })
      ;(globalThis as unknown as { fake: { tell: (event: string) => void } }).fake.tell('libraryChanged')
    })
    await openBeside(page)
    await page.getByRole('button', { name: /^对照的材料/ }).click()
    await page.getByRole('searchbox', { name: '按年度、类别、标题筛选' }).fill('大事')
    const effort = await pageEffort(page)
    const opened = await effort.of(async () => {
      await page.keyboard.press('Enter')
      await expect(page.getByRole('option').filter({ hasText: '全年完成任务1件' })).toBeVisible()
    })
    await page.getByRole('searchbox', { name: '在对照材料里查找' }).fill('任务2599件')
    const found = await effort.of(async () => {
      await page.keyboard.press('Enter')
      await expect(page.locator('[role="listbox"] mark').first()).toBeInViewport()
    })
    process.stdout.write(`reference: 300,000 characters opened with ${opened.toFixed(1)} units of work, found the last place with ${found.toFixed(1)}\n`)
    expect(opened).toBeLessThan(80)
    expect(found).toBeLessThan(80)
  })
})
