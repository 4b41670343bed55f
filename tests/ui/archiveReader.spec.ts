/** The reader page of a sealed bag, opened from the disc as a file. */
import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeReaderPage } from '../../electron/archive/bag/readerPage'
import type { ReaderReport } from '../../electron/archive/bag/readerReport'
import { expectAccessible } from './accessible'

const hostile = '</script><script>document.title="broken"</script><img src=x onerror="document.title=1">\u2028&amp;'

function entry(index: number): ReaderReport {
  return {
    number: `X001-WS·2025-Y-${String(index + 1).padStart(4, '0')}`, title: index === 2 ? hostile : `示例局第${index + 1}份材料`, responsible: '示例局', date: '20260115', retention: 'Y', pages: 3, filedAt: '2026-01-19T20:00:00.000Z', note: '', year: 2025,
    folder: `reports/r-${index + 1}`, files: ['report.docx', 'report.pdf', 'report.txt'],
    lines: [['t', index === 2 ? hostile : `示例局第${index + 1}份材料`], ['n', '各科室：'], ['1', '', '一、总体情况'], ['p', index === 4 ? `全年巡查蓄水池四十处。${hostile}` : '全年工作平稳。'], ['g', [[['合计', 1, 2]], ['甲', '乙<b>']]], ['s', '示例局']],
  }
}

let folder = ''

test.beforeEach(async ({ page }) => {
  folder = mkdtempSync(join(tmpdir(), 'andu-reader-'))
  writeFileSync(join(folder, 'reader.html'), makeReaderPage(Array.from({ length: 1000 }, (_, index) => entry(index)), { title: `2025年度${hostile}`, organisation: '示例局' }))
  await page.goto(pathToFileURL(join(folder, 'reader.html')).href)
})

test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('BAG-9: lists a thousand reports, finds words in their text, marks them and shows the report', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await expect(page.locator('#list li:visible')).toHaveCount(1000)
  await page.getByRole('searchbox').fill('蓄水池 巡查')
  await expect(page.locator('#count')).toHaveText('找到 1 份，共 1000 份')
  await page.locator('#list li:visible a').click()
  await expect(page.locator('#paper mark')).toHaveText(['巡查', '蓄水池'])
  await expect(page.locator('#paper h1')).toHaveText('示例局第5份材料')
  await expect(page.locator('#facts')).toContainText('保管期限永久')
  await expect(page.locator('#facts')).toContainText('归档2026-01-20')
  await expect(page.locator('#facts a').first()).toHaveAttribute('href', 'reports/r-5/report.pdf')
  await expect(page.locator('#paper td').first()).toHaveAttribute('colspan', '2')
  await page.getByRole('searchbox').fill('没有这句话')
  await expect(page.locator('#none')).toBeVisible()
  expect(asked).toEqual([])
})

test('BAG-9: what stands in a report never becomes markup', async ({ page }) => {
  await page.locator('#list li').nth(2).locator('a').click()
  await expect(page.locator('#paper h1')).toHaveText(/<\/script><script>/)
  await page.locator('#list li').nth(4).locator('a').click()
  await expect(page.locator('#paper')).toContainText('<img src=x')
  expect(await page.locator('img').count()).toBe(0)
  expect(await page.locator('script').count()).toBe(2)
  expect(await page.title()).not.toMatch(/^(broken|1)$/)
})

test('BAG-9: every report is reached by keyboard and by address, and the list by the way back; nothing that axe knows is wrong', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 760 })
  await page.locator('#list a').nth(1).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#paper h1')).toHaveText('示例局第2份材料')
  await expect(page.locator('#side')).toBeHidden()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await expectAccessible(page)
  await page.getByRole('button', { name: '返回目录' }).click()
  await expect(page.locator('#list a').nth(1)).toBeFocused()
  await page.evaluate(() => { location.hash = '#r7' })
  await expect(page.locator('#paper h1')).toHaveText('示例局第8份材料')
})

test('BAG-9: without script the list still opens the files', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(pathToFileURL(join(folder, 'reader.html')).href)
  await expect(page.locator('#list a').first()).toHaveAttribute('href', 'reports/r-1/report.pdf')
  await expect(page.locator('noscript')).toBeVisible()
  await context.close()
})
