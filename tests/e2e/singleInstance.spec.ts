import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, launchAndu, readyPage, test } from './fixtures'

const root = path.resolve(import.meta.dirname, '../..')

/** Starts the program once more with the same folders, without Playwright's hold on it. */
function startAgain(executable: string, userData: string, args: readonly string[]): Promise<number | null> {
  const packaged = process.env['ANDU_EXECUTABLE'] !== undefined
  const words = [...(process.env['ANDU_NO_SANDBOX'] ? ['--no-sandbox'] : []), ...(packaged ? [] : [root]), ...args]
  const child = spawn(executable, words, { env: { ...process.env, ANDU_USER_DATA: userData }, stdio: 'ignore' })
  return new Promise((resolve) => { child.once('exit', resolve) })
}

test('SEC-9: a second start on the same data folder ends at once and shows the first window', async ({ app, page, userData }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
  const executable = await app.evaluate(() => process.execPath)
  expect(await startAgain(executable, userData, [])).toBe(0)
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isMinimized()))).toEqual([false])
  await expect(page.locator('html')).toHaveAttribute('data-ready', '1')
})

test('SEC-9: two data folders may be open at once', async ({ app, userData }) => {
  const data = await mkdtemp(path.join(os.tmpdir(), 'andu-data-'))
  const other = await launchAndu({ userData, args: ['--data', data] })
  await readyPage(other)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await other.close()
  await rm(data, { recursive: true, force: true, maxRetries: 5 })
})

test('STORE-12: another user on the same data folder is told, both write, and nothing is lost', async ({ userData }) => {
  const data = path.join(userData, '资料')
  const first = await launchAndu({ userData: path.join(userData, 'a'), args: ['--data', data] })
  const one = await readyPage(first)
  const second = await launchAndu({ userData: path.join(userData, 'b'), args: ['--data', data] })
  const other = await readyPage(second)
  await expect(other.getByText('另一个程序也打开了这个数据文件夹')).toBeVisible()
  for (const [page, words] of [[one, 'FIRST'], [other, 'SECOND']] as const) {
    await page.getByText('清源县档案局2025年度档案工作总结').first().click()
    await page.getByRole('textbox', { name: '正文' }).locator('.para').first().click()
    await page.keyboard.type(words)
  }
  for (const page of [one, other]) await expect(page.getByText(/已保存 \d\d:\d\d/)).toBeVisible()
  await first.close()
  await second.close()
  const reports = await readdir(path.join(data, 'reports'))
  const generations = (await Promise.all(reports.map(async (report) => Promise.all((await readdir(path.join(data, 'reports', report))).map((file) => readFile(path.join(data, 'reports', report, file), 'utf8')))))).flat()
  for (const words of ['FIRST', 'SECOND']) expect(generations.some((text) => text.includes(words)), words).toBe(true)
})
