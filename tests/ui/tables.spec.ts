import type { Locator, Page } from '@playwright/test'
import { caretAtEnd } from './caret'
import { callsOf, expect, expectAccessible, test } from './fixtures'

async function openSample(page: Page): Promise<Locator> {
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  return editor
}

/** The cells of the first table of the page, row by row, as they stand on the screen. */
function cells(page: Page): Promise<readonly (readonly string[])[]> {
  return page.locator('.page table').first().evaluate((table) => [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')))
}

/** The table of the report that was saved last. */
async function savedTable(page: Page): Promise<Readonly<Record<string, unknown>> | undefined> {
  await expect(page.getByRole('status').first()).toContainText('已保存')
  const last = (await callsOf(page)).filter(({ channel }) => channel === 'report.save').at(-1)?.request as { readonly report: { readonly blocks: readonly { readonly kind: string }[] } } | undefined
  return last?.report.blocks.find((block) => block.kind === 'table')
}

/** A table of 2 × 3 behind the first paragraph, with the caret in its first cell. */
async function insertTable(page: Page): Promise<void> {
  await openSample(page)
  await caretAtEnd(page, 0)
  await page.getByRole('button', { name: '插入表格' }).click()
  await page.getByRole('button', { name: '2 行 × 3 列' }).click()
  await expect(page.locator('.page table')).toHaveCount(1)
}

test.describe('tables', () => {
  test('TABLE-5: the size is chosen on a field of squares, and the table is written in from cell to cell', async ({ openPage }) => {
    const page = await openPage('shelf')
    await insertTable(page)
    for (const text of ['单位', '计划', '完成', '水务局', '12']) {
      await page.keyboard.insertText(text)
      await page.keyboard.press('Tab')
    }
    await page.keyboard.insertText('15')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText('新')
    await expect.poll(() => cells(page)).toEqual([['单位', '计划', '完成'], ['水务局', '12', '15'], ['新', '', '']])
    await expect.poll(() => savedTable(page)).toMatchObject({ headerRows: 1, rows: [['单位', '计划', '完成'], ['水务局', '12', '15'], ['新', '', '']] })
    await expectAccessible(page)
  })

  test('TABLE-5: with keys alone: the palette, the arrows, Enter', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await caretAtEnd(page, 0)
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText('插入表格')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '2 行 × 3 列' })).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.keyboard.insertText('甲')
    await expect.poll(() => cells(page)).toEqual([['甲', '', '', ''], ['', '', '', '']])
  })

  test('TABLE-3: cells chosen with Shift and arrows are merged, split and given back by undo', async ({ openPage }) => {
    const page = await openPage('shelf')
    await insertTable(page)
    for (const text of ['甲', '乙', '丙', '丁', '戊']) { await page.keyboard.insertText(text); await page.keyboard.press('Tab') }
    await page.keyboard.insertText('己')
    await page.locator('.page td').nth(0).click()
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(page.locator('.selectedCell')).toHaveCount(4)
    await page.getByRole('button', { name: '合并单元格' }).click()
    await expect.poll(() => cells(page)).toEqual([['甲\n乙\n丁\n戊', '丙'], ['己']])
    await expect.poll(() => savedTable(page)).toMatchObject({ merges: [{ row: 0, column: 0, rows: 2, columns: 2 }] })
    await page.getByRole('button', { name: '拆分单元格' }).click()
    await expect.poll(() => cells(page)).toEqual([['甲\n乙\n丁\n戊', '', '丙'], ['', '', '己']])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(() => cells(page)).toEqual([['甲', '乙', '丙'], ['丁', '戊', '己']])
  })

  test('TABLE-5: the right click lists what can be done', async ({ openPage }) => {
    const page = await openPage('shelf')
    await insertTable(page)
    await page.locator('.page td').nth(4).click({ button: 'right' })
    await expect(page.getByRole('menuitem', { name: '拆分单元格' })).toBeDisabled()
    await page.getByRole('menuitem', { name: '在上方插入行' }).click()
    await expect.poll(() => cells(page)).toEqual([['', '', ''], ['', '', ''], ['', '', '']])
    await page.keyboard.insertText('新')
    expect((await cells(page))[1]).toEqual(['', '新', ''])
    await page.locator('.page td').nth(0).click({ button: 'right' })
    await page.getByRole('menuitem', { name: '删除表格' }).click()
    await expect(page.locator('.page table')).toHaveCount(0)
  })

  test('TABLE-4: the caret goes down through the cells and out below', async ({ openPage }) => {
    const page = await openPage('shelf')
    await insertTable(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.insertText('下')
    expect((await cells(page))[1]?.[0]).toBe('下')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.insertText('外')
    await expect.poll(() => cells(page)).toEqual([['', '', ''], ['下', '', '']])
    await expect.poll(() => page.locator('.page .para').nth(1).textContent()).toContain('外')
  })
})
