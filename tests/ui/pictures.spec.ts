import { pngOf } from '../support/pictures'
import { callsOf, expect, expectAccessible, test } from './fixtures'

test('PICTURE-4: a picture from the clipboard stands in the text with its caption, is saved, and goes and comes back', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  await page.locator('.page .para').nth(2).click()
  await page.evaluate((bytes) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, [...pngOf(320, 200)])
  const image = page.locator('.page .picture img')
  await expect(image).toBeVisible()
  expect(await image.evaluate((element) => [(element as HTMLImageElement).naturalWidth, element.getBoundingClientRect().width > 100])).toEqual([320, true])
  await page.keyboard.insertText('现场照片')
  await expect(page.locator('.page .picture figcaption')).toHaveText('现场照片')
  await expect.poll(async () => (await callsOf(page)).some(({ channel, request }) => channel === 'report.save' && JSON.stringify(request).includes('现场照片'))).toBe(true)
  await expectAccessible(page)

  // Later enough to be a step of its own for undo.
  await page.clock.setFixedTime(new Date('2026-01-05T09:30:05'))
  await image.click()
  await page.keyboard.press('Delete')
  await expect(image).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(image).toBeVisible()
})

test('PICTURE-1: a picture that is missing is said in its place', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  await page.locator('.page .para').nth(2).click()
  await page.evaluate(() => (globalThis as unknown as { fake: { failCalls: (channel: string, error: unknown) => void } }).fake.failCalls('picture.read', { code: 'pictureMissing' }))
  await page.evaluate((bytes) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(bytes)], 'image.png', { type: 'image/png' }))
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, [...pngOf(32, 20)])
  await expect(page.locator('.page .picture')).toContainText('图片找不到或已损坏')
  await expectAccessible(page)
})
