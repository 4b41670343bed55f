import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
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
