import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, launchAndu, readyPage, test } from './fixtures'
import { Rooms } from './rooms'

test('SEC-10: what was typed last, through an input method, is on the disk when the window has closed', async ({ userData }) => {
  const first = await launchAndu({ userData })
  const page = await readyPage(first)
  await page.getByRole('button', { name: '打开范例' }).click()
  const heading = page.getByRole('tree', { name: '提纲' }).getByRole('treeitem').nth(1)
  await heading.click()
  await page.getByRole('textbox', { name: '正文' }).press('End')
  const cdp = await page.context().newCDPSession(page)
  for (const text of ['z', 'zh', 'zhu', 'zhua']) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await cdp.send('Input.insertText', { text: '抓' })
  await page.keyboard.insertText('实末尾')
  const closed = first.waitForEvent('close')
  await first.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.close() })
  await closed

  const second = await launchAndu({ userData })
  const again = await readyPage(second)
  await new Rooms(again).go('书架')
  await again.getByRole('searchbox').or(again.getByRole('textbox', { name: '在所有年度中查找' })).first().fill('抓实末尾')
  await expect(again.getByText('抓实末尾').first()).toBeVisible()
  await second.close()
})

/** Whether a file of the data folder holds the text. */
async function isStored(folder: string, text: string): Promise<boolean> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
  const contents = await Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8').catch(() => '')))
  return contents.some((each) => each.includes(text))
}

test('EDIT-12: killed while typing, the program has lost at most the last two seconds', async ({ userData }) => {
  const words: { readonly text: string; readonly at: number }[] = []
  const first = await launchAndu({ userData })
  const page = await readyPage(first)
  await page.getByRole('button', { name: '打开范例' }).click()
  await page.getByRole('tree', { name: '提纲' }).getByRole('treeitem').nth(1).click()
  await page.getByRole('textbox', { name: '正文' }).press('End')
  // How long this computer takes just now to save, a second of waiting in it.
  await page.keyboard.insertText('N!')
  const changedAt = performance.now()
  await expect.poll(() => isStored(userData, 'N!')).toBe(true)
  const patience = 2000 + 1.5 * (performance.now() - changedAt)
  const startedAt = performance.now()
  for (let count = 0; performance.now() - startedAt < patience + 2500; count += 1) {
    const text = `N${String(count).padStart(2, '0')};`
    await page.keyboard.insertText(text)
    words.push({ text, at: performance.now() })
    await page.waitForTimeout(200)
  }
  const ended = new Promise((resolve) => first.process().once('exit', resolve))
  const killedAt = performance.now()
  first.process().kill('SIGKILL')
  await ended

  const second = await launchAndu({ userData })
  const again = await readyPage(second)
  await again.getByRole('button', { name: '打开范例' }).click()
  const text = await again.getByRole('textbox', { name: '正文' }).textContent() ?? ''
  const kept = words.filter((each) => text.includes(each.text))
  // Two seconds, and what a save took on this computer.
  const mustBeKept = words.filter(({ at }) => killedAt - at > patience)
  expect(mustBeKept.length).toBeGreaterThan(5)
  expect(kept.map((each) => each.text)).toEqual(expect.arrayContaining(mustBeKept.map((each) => each.text)))
  await second.close()
})
