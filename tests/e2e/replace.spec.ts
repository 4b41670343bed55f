import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from './fixtures'
import { Rooms } from './rooms'

interface Stored {
  readonly count: number
  /** How often the newest generation has the new words. */
  readonly newWords: number
}

/** What lies on the disk of every report, by id. */
async function storedReports(userData: string): Promise<Readonly<Record<string, Stored>>> {
  const folders = (await readdir(userData, { recursive: true, withFileTypes: true })).filter((entry) => entry.isDirectory() && /^r-[0-9a-z]{26}$/.test(entry.name))
  const read = await Promise.all(folders.map(async ({ name, parentPath }) => {
    const files = (await readdir(path.join(parentPath, name))).sort()
    const text = await readFile(path.join(parentPath, name, files[files.length - 1] ?? ''), 'utf8')
    return [name, { count: files.length, newWords: text.split('事务').length - 1 }] as const
  }))
  return Object.fromEntries(read)
}

test('FIND-13: words are replaced in several reports on the disk, and 全部撤回 gives every one its former text back', async ({ page, userData }) => {
  const rooms = new Rooms(page)
  await page.getByRole('button', { name: '打开范例' }).click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  const before = await editor.textContent() ?? ''
  const stored = await storedReports(userData)
  expect(Object.keys(stored).length).toBeGreaterThan(1)

  await page.keyboard.press('Control+h')
  await page.getByRole('textbox', { name: '查找', exact: true }).fill('工作')
  await page.getByRole('textbox', { name: '替换为' }).fill('事务')
  const bar = page.getByRole('search', { name: '查找和替换' })
  await bar.getByLabel('范围').selectOption('all')
  const groups = page.getByRole('group', { name: '将要替换的各处' }).locator('section')
  await expect(groups.nth(1)).toBeVisible()
  const reports = await groups.count()
  await bar.getByRole('button', { name: /^全部替换（\d+ 处）$/ }).click()
  await expect(bar.getByText(new RegExp(`^已替换 \\d+ 处，涉及 ${reports} 份材料。$`))).toBeVisible()
  expect(await editor.textContent()).not.toContain('工作')
  await rooms.waitUntilSaved()
  const replaced = await storedReports(userData)
  expect(Object.keys(replaced).filter((id) => (replaced[id]?.count ?? 0) > (stored[id]?.count ?? 0) && (replaced[id]?.newWords ?? 0) > (stored[id]?.newWords ?? 0))).toHaveLength(reports)

  await bar.getByRole('button', { name: '全部撤回' }).click()
  await expect(bar.getByText(`已撤回 ${reports} 份。`)).toBeVisible()
  expect(await editor.textContent()).toBe(before)
  await rooms.waitUntilSaved()
  const back = await storedReports(userData)
  for (const [id, { newWords }] of Object.entries(stored)) expect(back[id]?.newWords).toBe(newWords)
})
