import type { Page } from '@playwright/test'
import { caretAtEnd } from './caret'
import { expect, expectAccessible, test } from './fixtures'

async function openSample(page: Page): Promise<void> {
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
}

const row = (page: Page, name: string) => page.getByRole('treeitem', { name })
const tops = (page: Page) => page.getByRole('treeitem', { level: 1 }).evaluateAll((rows) => rows.map((each) => each.querySelector('span[title]')?.textContent))

/** Lines put in at the end of the first paragraph. */
async function paste(page: Page, text: string): Promise<void> {
  await caretAtEnd(page, 0)
  await page.evaluate((lines) => {
    const data = new DataTransfer()
    data.setData('text/plain', `\n${lines}`)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

test('TREE-13: several sections are chosen by keys, lowered as one, and one undo takes it back', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  const before = await tops(page)
  await row(page, '二、工作成效').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(2)
  await expect(page.getByRole('tree')).toHaveAttribute('aria-multiselectable', 'true')
  await expect(page.getByText('已选 2 节')).toBeVisible()
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect.poll(() => tops(page)).toEqual(['一、工作成效', '二、存在的问题', '三、主要工作情况', '四、下一步工作打算'])
  await page.getByRole('textbox', { name: '正文' }).focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => tops(page)).toEqual(before)
})

test('TREE-13: Ctrl and Shift choose with the pointer; Delete takes all of it away and it is offered back', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  const before = await tops(page)
  await row(page, '二、工作成效').click()
  await row(page, '四、下一步工作打算').click({ modifiers: ['Control'] })
  await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(2)
  await page.keyboard.press('Delete')
  await expect.poll(() => tops(page)).toEqual(['一、主要工作情况', '二、存在的问题'])
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect.poll(() => tops(page)).toEqual(before)
})

test('TREE-14: a section is dragged to the line that shows its place; Escape gives up', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await row(page, '一、主要工作情况').focus()
  await page.keyboard.press('ArrowLeft')
  const [from, to] = [await row(page, '三、存在的问题').boundingBox(), await row(page, '一、主要工作情况').boundingBox()]
  if (from === null || to === null) throw new Error('the rows are not on the screen')
  const lift = async (): Promise<void> => {
    await page.mouse.move(from.x + 90, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + 90, from.y - 10, { steps: 4 })
    await page.mouse.move(to.x + 90, to.y + 6, { steps: 4 })
    await page.mouse.move(to.x + 91, to.y + 5)
    await page.mouse.move(to.x + 92, to.y + 6)
    await expect(page.getByText('移到“一、主要工作情况”之前')).toBeVisible()
  }
  const before = await tops(page)
  await lift()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(page.getByText(/^1级 移到/)).toHaveCount(0)
  await expect.poll(() => tops(page)).toEqual(before)
  await lift()
  await page.mouse.up()
  await expect.poll(() => tops(page)).toEqual(['一、存在的问题', '二、主要工作情况', '三、工作成效', '四、下一步工作打算'])
})

test('TREE-12: a target is set from the row and in the foot, and told by bar and words', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await row(page, '二、工作成效').click({ button: 'right' })
  await page.getByRole('menuitem', { name: '目标字数' }).click()
  await page.keyboard.type('1000')
  await page.keyboard.press('Enter')
  await expect(row(page, '二、工作成效')).toContainText(/差 \d+/)
  await expect(row(page, '二、工作成效')).toHaveAccessibleDescription(/目标 1000 字，差 \d+/)
  await page.getByLabel('全文目标字数').fill('100')
  await page.keyboard.press('Enter')
  await expect(page.locator('footer').filter({ hasText: '全文' })).toContainText(/超 \d+/)
  await page.getByRole('textbox', { name: '正文' }).focus()
  await page.keyboard.press('Control+z')
  await expect(row(page, '二、工作成效')).not.toContainText('差')
})

test('HINT-4: a finding stands at its row as a badge, the list goes to the place, and the filter leaves the rest out', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await paste(page, '一、专项整治\n一是抓好排查整改工作。三是抓好跟踪督办工作。')
  const badge = row(page, '一、专项整治').locator('[data-badge]')
  await expect(badge).toHaveAttribute('data-severity', 'error')
  await badge.click()
  await expect(page.getByRole('menu', { name: '“专项整治”的提示' })).toContainText('按顺序应为“二是”')
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: /按顺序应为“二是”/ }).click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused()
  const all = await page.getByRole('treeitem').count()
  await page.getByRole('button', { name: '只看有提示的章节' }).click()
  await expect(row(page, '一、专项整治')).toBeVisible()
  await expect.poll(() => page.getByRole('treeitem').count()).toBeLessThan(all)
})

test('TREE-16: of two thousand headings only those near the screen are drawn, and each tells its place; keys go through all of them', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await paste(page, Array.from({ length: 2000 }, (_, index) => `一、章节${index}\n${'扎实推进各项工作。'.repeat(3)}`).join('\n'))
  const last = page.getByRole('treeitem', { name: '（五）深化档案开发利用' })
  const first = page.getByRole('treeitem').first()
  await expect(first).toHaveAttribute('aria-setsize', '2004')
  await expect.poll(() => page.getByRole('treeitem').count()).toBeLessThan(120)
  await page.locator('[role="treeitem"][tabindex="0"]').focus()
  await page.keyboard.press('End')
  await expect(last).toBeFocused()
  await expect(last).toBeInViewport()
  await expect(page.locator('[role="treeitem"][tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('Home')
  await expect(first).toBeFocused()
  await expect(first).toHaveAttribute('aria-posinset', '1')
})

test('TREE-16: level, place and siblings stand on every row, and the page passes axe', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  const inner = row(page, '（二）扎实推进馆藏数字化')
  await expect(inner).toHaveAttribute('aria-level', '2')
  await expect(inner).toHaveAttribute('aria-posinset', '2')
  await expect(inner).toHaveAttribute('aria-setsize', '8')
  await expect(row(page, '一、主要工作情况')).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
})

test('TREE-15: one level, and the leaves of items that go to their place', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await page.getByRole('button', { name: '显示“一是”条目' }).click()
  await row(page, '二是抓质量').click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused()
  await page.getByRole('group', { name: '展开到' }).getByRole('button', { name: '1', exact: true }).click()
  await expect(page.getByRole('treeitem')).toHaveCount(4)
})

test('TREE-16: opening two thousand rows is the work of the rows on the screen, not of all', async ({ openPage, context }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await paste(page, Array.from({ length: 200 }, (_, chapter) => `一、章节${chapter}\n${Array.from({ length: 9 }, (_item, index) => `（一）抓好第${index}项工作。${'扎实推进各项工作。'.repeat(2)}`).join('\n')}`).join('\n'))
  const tree = page.getByRole('tree')
  await expect(page.getByRole('treeitem', { level: 1 }).first()).toHaveAttribute('aria-setsize', '204')
  await page.waitForTimeout(1500)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  const spent = async (): Promise<number> => ((await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  /** Milliseconds of the main thread to close and open all levels once. Inside the page, because looking for a button by its role costs more than what is measured. */
  const opening = async (): Promise<number> => {
    const before = await spent()
    await page.evaluate(async () => {
      const [first, , third] = document.querySelectorAll<HTMLElement>('[aria-label="展开到"] button')
      for (let turn = 0; turn < 5; turn += 1) {
        for (const button of [first, third]) {
          button?.click()
          await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)) })
        }
      }
    })
    return (await spent() - before) / 5
  }
  /** Milliseconds of the main thread for one key in a heading. */
  const typing = async (): Promise<number> => {
    await page.locator('.page .para').nth(2).click({ position: { x: 200, y: 10 } })
    await page.keyboard.type('A')
    const before = await spent()
    await page.keyboard.type('BCDEFGHIJK')
    return (await spent() - before) / 10
  }
  const key = await typing()
  const windowed = await opening()
  const drawn = await page.getByRole('treeitem').count()
  // The control: a pane as high as the list draws every row, as a plain list would.
  await tree.evaluate((element) => { Object.assign(element.style, { flex: 'none', height: '70000px' }) })
  await expect.poll(() => page.locator('[role="treeitem"]').count()).toBeGreaterThan(1900)
  const all = await opening()
  console.log(`closing and opening 2,004 rows: ${windowed.toFixed(0)} ms with ${drawn} rows drawn, ${all.toFixed(0)} ms with all of them; a key ${key.toFixed(1)} ms, ${(await typing()).toFixed(1)} ms`)
  expect(all, 'the control').toBeGreaterThan(windowed * 3)
})
