import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { call, expect, test } from './fixtures'

/** The main process, where the test keeps what would have gone to the printer. */
type WithPrinted = typeof globalThis & { printed?: { readonly options: unknown; readonly pdf: string } }

const text = ['清河县档案局2025年度工作总结', '各科室：', ...Array.from({ length: 40 }, (_, index) => `全年第${index + 1}项工作按年初计划推进，责任到人，按月调度，按季通报，年底全部完成并形成台账。`), '清河县档案局', '2025年12月20日'].join('\r\n')

test('PREVIEW-5: what goes to the printer are the pages of the report on A4, and nothing of the window', async ({ app, page, openDialog, userData }) => {
  await writeFile(path.join(userData, '甲.txt'), `\ufeff${text}`)
  await openDialog([path.join(userData, '甲.txt')])
  await call(page, 'import.files', { year: 2025 })
  await page.reload()
  await page.waitForSelector('html[data-ready="1"]')
  await page.getByText('清河县档案局2025年度工作总结').first().click()
  await page.locator('.page .para').first().click()
  const pages = /共 (\d+) 页/.exec(await page.getByText(/共 \d+ 页/).textContent() ?? '')?.[1]
  // The dialog of the system cannot be pressed here: what it would be given is printed into a file instead.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    contents.getPrintersAsync = async () => [{ name: 'test' }] as never
    const print = async (options: unknown, done: (isDone: boolean, reason: string) => void): Promise<void> => {
      const bytes = await contents.printToPDF({ printBackground: true, preferCSSPageSize: true })
      ;(globalThis as WithPrinted).printed = { options, pdf: bytes.toString('base64') }
      done(false, 'Print job canceled')
    }
    contents.print = print as never
  })
  await page.keyboard.press('Control+p')
  await expect.poll(() => app.evaluate(() => (globalThis as WithPrinted).printed !== undefined)).toBe(true)
  const { options, pdf } = await app.evaluate(() => (globalThis as WithPrinted).printed ?? { options: null, pdf: '' })
  expect(options).toMatchObject({ silent: false, margins: { marginType: 'none' }, pageSize: 'A4', duplexMode: 'longEdge' })
  await expect(page.locator('.sheets-for-print')).toHaveCount(0)
  // A dialog that was cancelled is no error.
  await expect(page.getByRole('alert')).toHaveCount(0)

  const file = path.join(userData, 'printed.pdf')
  await writeFile(file, Buffer.from(pdf, 'base64'))
  if (process.env['ANDU_SHOTS'] !== undefined) await writeFile(path.join(process.env['ANDU_SHOTS'], 'printed.pdf'), await readFile(file))
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' })
  expect(/Pages:\s+(\d+)/.exec(info)?.[1]).toBe(pages)
  expect(info).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts|Page size:\s+595 x 842/)
  const words = (first: number) => execFileSync('pdftotext', ['-f', String(first), '-l', String(first), '-layout', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, '')
  expect(words(1)).toMatch(/^清河县档案局2025年度工作总结各科室：全年第1项/)
  expect(words(1)).toMatch(/—1—$/)
  expect(words(Number(pages))).toContain('2025年12月20日')
})
