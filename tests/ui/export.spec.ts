import { callsOf, expect, test } from './fixtures'

test('EDIT-14: an export saves first, then offers the file and its folder', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText('清源县档案局2025年度档案工作总结').first().click()
  await page.locator('.page .para').first().click()
  await page.keyboard.type('新')
  await page.getByRole('button', { name: '导出 Word' }).click()
  const openFile = page.getByRole('button', { name: '打开文件' })
  await expect(openFile).toBeVisible()
  await expect(page.getByRole('button', { name: '打开所在文件夹' })).toBeVisible()
  const channels = (await callsOf(page)).map(({ channel }) => channel)
  expect(channels.indexOf('report.save')).toBeGreaterThan(-1)
  expect(channels.indexOf('report.save')).toBeLessThan(channels.indexOf('export.word'))
  await openFile.click()
  await expect.poll(async () => (await callsOf(page)).some(({ channel }) => channel === 'export.open')).toBe(true)
})
