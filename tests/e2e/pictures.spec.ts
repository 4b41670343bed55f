import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { pngOf } from '../support/pictures'
import { expect, test } from './fixtures'

test('PICTURE-1, PICTURE-3: a picture from a file stands on the desk and in the Word file', async ({ page, userData, openDialog, saveDialog }) => {
  const bytes = pngOf(640, 400)
  const from = path.join(userData, '现场 照片.png')
  const to = path.join(userData, '总结.docx')
  await writeFile(from, bytes)
  await page.getByRole('button', { name: '打开范例' }).click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  await page.locator('.page .para').nth(2).click()
  await openDialog([from])
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('插入图片')
  await page.keyboard.press('Enter')
  const image = page.locator('.page .picture img')
  await expect(image).toBeVisible()
  await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(640)
  await page.keyboard.insertText('图一')

  await saveDialog(to)
  await page.getByRole('button', { name: '导出 Word' }).click()
  await expect(page.getByText(/已导出/)).toBeVisible()
  const parts = unzipSync(await readFile(to))
  const media = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'))
  expect(media).toHaveLength(1)
  expect(Buffer.from(media[0]?.[1] ?? []).equals(bytes)).toBe(true)
  expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('图一')
})
