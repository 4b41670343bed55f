import type { Page } from '@playwright/test'
import { callsOf, expect, expectAccessible, test } from './fixtures'
import type { FakeWindow } from './fakePage'

const dialog = (page: Page) => page.getByRole('dialog', { name: '条款体检单' })

async function openDesk(page: Page): Promise<void> {
  await page.getByText('清源县档案局2025年度档案工作总结').first().click()
  await page.locator('.page .para').first().click()
}

test('UI-18: the sheet of the file just exported, and of the report before it is exported', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openDesk(page)
  await page.keyboard.press('F12')
  await page.getByRole('button', { name: '体检单' }).click()
  await expect(dialog(page)).toContainText('8 条符合，1 条需人工核对。')
  await expect(dialog(page).getByRole('heading', { name: /^幅面和版面/ })).toBeVisible()
  await expect(dialog(page).getByRole('button', { name: '导入并按规范重排' })).toHaveCount(0)
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '需人工核对 1' }).click()
  await expect(dialog(page).getByRole('row')).toHaveCount(1)
  await dialog(page).getByRole('button', { name: '不符 0' }).click()
  await expect(dialog(page)).toContainText('没有不符的条款。')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('体检单')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('《清源县档案局2025年度档案工作总结.docx》')
})

test('UI-18: a file of a colleague: what deviates is shown first, the sheet is copied and printed, and the file is imported and laid on the desk', async ({ openPage, context }) => {
  const page = await openPage('shelf')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDesk(page)
  await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.chooseFiles([{ name: '同事的材料.txt', bytes: new TextEncoder().encode('青禾县农业农村局2025年度农业工作总结\n一、主要工作\n做好各项工作。\n') }]))
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('体检单')
  await page.keyboard.press('Enter')
  await dialog(page).getByRole('button', { name: '检查其他 Word 文件…' }).click()
  await expect(dialog(page)).toContainText('5 条符合，3 条不符，1 条需人工核对。')
  await expect(dialog(page).getByRole('button', { name: '不符 3' })).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog(page).getByRole('row')).toHaveCount(3)
  await expect(dialog(page).getByRole('row').first()).toContainText('25.4 mm')

  await dialog(page).getByRole('button', { name: '复制成文字' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('不符\t5.2.1\t天头\t规定：37 mm\t文件：25.4 mm')
  await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.slowCalls('print.pages', 1000))
  await dialog(page).getByRole('button', { name: '打印' }).click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.sheets-for-print').getByText('每页行数')).toBeVisible()
  await expect(page.locator('.app')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expect(page.locator('.sheets-for-print')).toHaveCount(0)

  await dialog(page).getByRole('button', { name: '导入并按规范重排' }).click()
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText('做好各项工作')
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  expect((await callsOf(page)).map(({ channel }) => channel)).toContain('conform.import')
})

test('UI-18: a Word file dropped on the sheet is checked, not imported', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openDesk(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('体检单')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('8 条符合')
  await dialog(page).locator('[data-takes-file]').evaluate((element) => {
    const data = new DataTransfer()
    data.items.add(new File(['x'], '同事的材料.docx'))
    const { left, top } = element.getBoundingClientRect()
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, clientX: left + 20, clientY: top + 20 }))
  })
  await expect(dialog(page)).toContainText('《同事的材料.docx》')
  expect((await callsOf(page)).map(({ channel }) => channel)).not.toContain('import.dropped')
})
