import { expect, test } from './fixtures'

test('UI-16: behind the palette, a dialog and a menu the caret stands where it was', async ({ openPage, page }) => {
  await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const paragraph = page.getByRole('textbox', { name: '正文' }).locator('.para').nth(4)
  await paragraph.click()
  await page.keyboard.press('Home')
  const before = await paragraph.textContent() ?? ''
  let typed = ''
  for (const [key, mark] of [['Control+k', '甲'], ['Control+i', '乙'], ['Control+j', '丙'], ['Control+k', '丁']] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await page.waitForTimeout(150)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.waitForTimeout(150)
    await page.keyboard.insertText(mark)
    typed += mark
    await expect.poll(async () => (await paragraph.textContent() ?? '').replace(typed, '')).toBe(before)
  }
})

test('EDIT-17: a command chosen in the palette acts where the caret was', async ({ openPage, page }) => {
  await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const paragraph = page.getByRole('textbox', { name: '正文' }).locator('.para').first()
  await expect(paragraph).toHaveAttribute('data-level', '0')
  await paragraph.click()
  // The editor hears of the caret a moment after the click.
  await expect(page.getByText(/^第 1 页第 ([2-9]|1\d) 行$/)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('二级标题')
  await page.keyboard.press('Enter')
  await expect(paragraph).toHaveAttribute('data-level', '2')
})
