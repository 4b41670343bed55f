import { callsOf, expect, expectAccessible, test } from './fixtures'
import type { Page } from '@playwright/test'
import { pageEffort } from './pageEffort'

const rail = (page: Page, room: string) => page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: room, exact: true })
const row = (page: Page, title: string | RegExp) => page.getByRole('row').filter({ hasText: title })
const menuOf = async (page: Page, title: string | RegExp, item: string): Promise<void> => {
  await row(page, title).getByRole('button', { name: /更多操作/ }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

test('UI-3: years with their numbers, rows with what is known of a report', async ({ openPage }) => {
  const page = await openPage('shelf')
  const years = page.getByRole('navigation', { name: '年度列表' })
  await expect(years.getByRole('button', { name: /^2025/ })).toHaveAttribute('aria-current', 'true')
  await expect(years.getByRole('button', { name: /^2025/ })).toContainText('有草稿')
  await expect(row(page, '法治')).toContainText(/定稿.*字/)
  await years.getByRole('button', { name: /^2024/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '2024年' })).toBeVisible()
  await expect(row(page, '意识形态')).toContainText('已归档')
})

test('UI-4: the state moves on at once and can be taken back', async ({ openPage }) => {
  const page = await openPage('shelf')
  await menuOf(page, '安全生产', '定稿')
  await expect(row(page, '安全生产').locator('.badge')).toHaveText('定稿')
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(row(page, '安全生产').locator('.badge')).toHaveText('送审')
})

test('UI-4: a report in the trash comes back by the message and by the trash', async ({ openPage }) => {
  const page = await openPage('shelf')
  await menuOf(page, '安全生产', '移到回收站')
  await expect(row(page, '安全生产')).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(row(page, '安全生产')).toHaveCount(1)
  await page.getByRole('button', { name: /^回收站/ }).click()
  await row(page, '意识形态').getByRole('button', { name: '还原' }).click()
  await expect(page.getByText('回收站是空的。')).toBeVisible()
})

test('UI-4: filing says what will happen, waits, and then the report can only be looked at', async ({ openPage }) => {
  const page = await openPage('shelf')
  await menuOf(page, '法治', '归档…')
  const dialog = page.getByRole('dialog', { name: '归档' })
  await expect(dialog).toContainText('归档后不能撤回')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(row(page, '法治').locator('.badge')).toHaveText('定稿')
  await menuOf(page, '法治', '归档…')
  await dialog.getByRole('button', { name: '归档', exact: true }).click()
  await expect(row(page, '法治').locator('.badge')).toHaveText('已归档')
  await row(page, '法治').getByRole('button', { name: /更多操作/ }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['查看', '复制一份', '存为模板', '打包到U盘…', '更正'])
})

test('UI-4: the menu of a row works by keyboard alone', async ({ openPage }) => {
  const page = await openPage('shelf')
  const button = row(page, '安全生产').getByRole('button', { name: /更多操作/ })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: '打开' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: '复制一份' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: '移到回收站' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  await expect(button).toBeFocused()
})

test('UI-5: a template shows its skeleton, and the new report lies on the desk', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /按模板/ }).click()
  const dialog = page.getByRole('dialog', { name: '按模板新建' })
  await dialog.getByRole('radio', { name: /党建/ }).check()
  await expect(dialog.getByRole('listitem').first()).toBeVisible()
  await expect(dialog).not.toContainText('{year}')
  await expect(dialog.getByRole('textbox', { name: '单位' })).toHaveValue('清源县档案局')
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: '年度' }).fill('25')
  await expect(dialog.getByRole('button', { name: '新建' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: '年度' }).fill('2026')
  await dialog.getByRole('button', { name: '新建' }).click()
  await expect(rail(page, '写作')).toHaveAttribute('aria-current', 'page')
  const create = (await callsOf(page)).filter(({ channel }) => channel === 'report.create').at(-1)
  expect(create?.request).toMatchObject({ source: { kind: 'template', templateId: 'partyBuilding' }, kind: 'partyBuilding', year: 2026, unit: '清源县档案局' })
})

test('UI-7: a kind that is missing this year begins from last year’s report', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('button', { name: '意识形态工作', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: '用上年报告新建' })
  await expect(dialog.getByRole('radio', { name: /意识形态/ })).toBeChecked()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '新建' }).click()
  await expect(rail(page, '写作')).toHaveAttribute('aria-current', 'page')
  await rail(page, '书架').click()
  await expect(row(page, /2025年.*意识形态/)).toHaveCount(1)
  await expect(page.getByRole('button', { name: '意识形态工作', exact: true })).toHaveCount(0)
})

test('UI-6: one search after a pause, hits by year with the words marked, a click goes to the place', async ({ openPage }) => {
  const page = await openPage('shelf')
  const box = page.getByRole('textbox', { name: '在所有年度中查找' })
  await box.focus()
  // Both keys in one turn of the page: between two turns a busy computer may pause as long as a hand does.
  await page.evaluate(() => { for (const key of '档案') document.execCommand('insertText', false, key) })
  await expect(page.locator('mark').first()).toHaveText('档案')
  expect((await callsOf(page)).filter(({ channel }) => channel === 'library.search').map(({ request }) => request)).toEqual([{ query: '档案', limit: 200, within: 300 }])
  await expect(page.getByRole('heading', { level: 2, name: /^2025年/ })).toBeVisible()
  await expectAccessible(page)
  await page.locator('.hit').nth(3).click()
  await expect(rail(page, '写作')).toHaveAttribute('aria-current', 'page')
  await rail(page, '书架').click()
  await expect(box).toHaveValue('档案')
  await page.getByRole('button', { name: '清除查找' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '2025年' })).toBeVisible()
})

test('UI-6: nothing is searched inside a composition', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('textbox', { name: '在所有年度中查找' }).focus()
  const client = await page.context().newCDPSession(page)
  const searches = async () => (await callsOf(page)).filter(({ channel }) => channel === 'library.search').map(({ request }) => request)
  for (const text of ['d', 'da', "dang'an"]) await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await page.waitForTimeout(500)
  expect(await searches()).toEqual([])
  await client.send('Input.insertText', { text: '档案' })
  await expect(page.locator('mark').first()).toHaveText('档案')
  expect(await searches()).toEqual([{ query: '档案', limit: 200, within: 300 }])
})

test('LIB-20: 5,000 reports of one year scroll with a few rows drawn, keep the focus, and say how many there are', async ({ openPage }) => {
  const page = await openPage('long')
  const table = page.getByRole('table', { name: '材料' })
  await expect(table).toHaveAttribute('aria-rowcount', '5001')
  await expectAccessible(page)
  const drawn = async () => table.locator('tr[data-row]').evaluateAll((rows) => rows.map((each) => Number((each as HTMLElement).dataset['row'])))
  expect((await drawn()).length).toBeLessThan(100)
  const heights = await table.locator('tr[data-row]').evaluateAll((rows) => rows.slice(1, 20).map((each) => each.getBoundingClientRect().height))
  expect(new Set(heights)).toEqual(new Set([44]))
  const first = table.locator('tr[data-row="0"]').getByRole('button').first()
  await first.focus()
  const effort = await (await pageEffort(page)).of(() => page.locator('.shelf .scroll').evaluate(async (box) => {
    for (let step = 0; step < 60; step += 1) {
      box.scrollTop += 3600
      await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)) })
    }
    box.scrollTop = box.scrollHeight
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)) })
  }))
  process.stdout.write(`5,000 rows: sixty steps of scrolling by a screen and a half cost ${effort.toFixed(1)} units of work\n`)
  expect(effort).toBeLessThan(150)
  await expect(table.locator('tr[data-row="4999"]')).toBeInViewport()
  await expect(first).toBeFocused()
  expect((await drawn()).length).toBeLessThan(100)
  const last = table.locator('tr[data-row="4999"]')
  expect(await last.getAttribute('aria-rowindex')).toBe('5001')
  // By keyboard alone: from the last row back to those that were not drawn.
  await last.getByRole('button').last().focus()
  for (let step = 0; step < 80; step += 1) await page.keyboard.press('Shift+Tab')
  await expect(table.locator('tr[data-row="4959"] :focus')).toHaveCount(1)
  await expect(table.locator('tr[data-row="4959"]')).toBeInViewport()
})

test('UI-8: damaged reports are named with what to do', async ({ openPage }) => {
  const page = await openPage('damaged')
  const notes = page.getByRole('region', { name: '有材料需要留意' })
  await expect(notes).toContainText('认不出标题的材料')
  await expect(notes).toContainText('请勿删除')
  await expect(notes).toContainText('已打开上一个完好的版本')
})

test('UI-9: the first start shows what to try until it is put away', async ({ openPage }) => {
  const page = await openPage('first')
  await expectAccessible(page)
  await page.getByRole('button', { name: '打开范例' }).click()
  await expect(rail(page, '写作')).toHaveAttribute('aria-current', 'page')
  await rail(page, '书架').click()
  await page.getByRole('button', { name: '知道了，不再显示' }).click()
  await expect(page.getByText('欢迎使用案牍')).toBeHidden()
  expect((await callsOf(page)).filter(({ channel }) => channel === 'settings.write').at(-1)?.request).toEqual({ hasSeenWelcome: true })
})
