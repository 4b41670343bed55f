import { expect, expectAccessible, test } from './fixtures'

test('EDIT-17: Ctrl+K finds a command, a heading and a report; what cannot be done is not run', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const words = page.getByRole('combobox', { name: '查找命令' })
  await expect(words).toBeFocused()
  await expectAccessible(page)

  await words.fill('提纲')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tree')).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await words.fill('撤销')
  const undo = page.getByRole('option', { name: /^撤销/ }).first()
  await expect(undo).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
  await expect(words).toBeVisible()

  await words.fill('存在')
  await page.getByRole('option', { name: /存在/ }).first().click()
  await expect(words).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await expect(words).toHaveCount(0)
})
