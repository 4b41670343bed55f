import { expect, test } from './fixtures'

/** What the style sheet draws before the text of an element. */
const before = (element: Element): string => getComputedStyle(element, '::before').content

test('EDIT-1: an empty report shows where each of its places is, each one line high', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button').last().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  const places = page.locator('.page .place')
  const lineHeight = await page.locator('.page .para').first().evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight))
  for (const place of await places.all()) {
    expect(await place.evaluate(before)).not.toBe('none')
    expect((await place.boundingBox())?.height).toBeLessThan(lineHeight * 2)
  }
  expect(await page.locator('.page .para').first().evaluate(before)).toContain('段首')
  await page.locator('.page .para').first().click()
  await page.keyboard.type('全年工作情况如下：')
  expect(await page.locator('.page .para').first().evaluate(before)).toBe('none')
})

test('EDIT-1: attachments stand on the page as they are printed: 附件 and, with several, their numbers', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText('清源县档案局2025年度档案工作总结').first().click()
  const attachments = page.locator('.page .place-attachment')
  await expect(attachments).toHaveCount(2)
  expect(await attachments.first().evaluate(before)).toContain('附件：')
  expect(await attachments.first().evaluate(before)).toContain('counter')
  await attachments.last().click()
  await page.keyboard.press('End')
  for (let left = await attachments.last().evaluate((element) => element.textContent?.length ?? 0); left >= 0; left -= 1) await page.keyboard.press('Backspace')
  await expect(attachments).toHaveCount(1)
  expect(await attachments.first().evaluate(before)).toBe('"附件："')
})
