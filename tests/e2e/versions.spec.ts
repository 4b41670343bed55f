import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync, zipSync, strToU8 } from 'fflate'
import { readWordFile } from '../../electron/import/word/readWordFile'
import { sourceText } from '../../electron/import/sourceText'
import { resolveChanges } from '../../electron/import/word/resolveChanges'
import { withComment } from '../support/wordFiles'
import { caretAtEnd } from '../ui/caret'
import { expect, test } from './fixtures'
import { Rooms } from './rooms'

/** Writes behind the text of body paragraph `index`. */
async function write(page: Page, index: number, text: string): Promise<void> {
  await caretAtEnd(page, index)
  await page.keyboard.insertText(text)
}

/** The text of a Word file with its tracked changes accepted or refused. */
function textOf(bytes: Uint8Array, version: 'accepted' | 'rejected'): string {
  const read = readWordFile(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return sourceText({ blocks: resolveChanges(read.value, version), notes: [] }).text
}

test('VERSION-7, READBACK-8: a version is named, compared, exported as 花脸稿 and brought back; an edited Word file is read back', async ({ page, saveDialog, openDialog, userData }) => {
  const rooms = new Rooms(page)
  const folder = path.join(userData, '交换')
  await mkdir(folder)
  await page.getByText(/档案工作总结/).first().click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  await page.keyboard.press('Control+Alt+v')
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await page.getByLabel('给现在这一稿起个名字').fill('初稿')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: /^初稿/ }).first()).toBeVisible()
  await write(page, 0, '本年新增的一句。')
  await page.keyboard.press('Control+s')
  await rooms.waitUntilSaved()

  await test.step('compared and exported', async () => {
    await panel.locator('button', { hasText: /^初稿今天|^初稿/ }).last().click()
    await expect(page.locator('[data-comparison] ins')).toHaveText('本年新增的一句。')
    await saveDialog(path.join(folder, '花脸稿.docx'))
    await page.getByRole('button', { name: '导出花脸稿' }).click()
    await expect(page.getByText(/已导出“花脸稿\.docx”/)).toBeVisible()
    const bytes = await readFile(path.join(folder, '花脸稿.docx'))
    expect(textOf(bytes, 'accepted')).toContain('本年新增的一句。')
    expect(textOf(bytes, 'rejected')).not.toContain('本年新增的一句。')
    expect(textOf(bytes, 'accepted').replace('本年新增的一句。', '')).toBe(textOf(bytes, 'rejected'))
    await page.getByRole('button', { name: '回到写作' }).click()
  })

  await test.step('brought back, and back again', async () => {
    await panel.getByRole('button', { name: '“初稿”的更多操作' }).click()
    await page.getByRole('menuitem', { name: '恢复到这一版' }).click()
    await expect(editor).not.toContainText('本年新增的一句。')
    await expect(panel.getByRole('button', { name: /^恢复前/ })).toBeVisible()
    await page.getByRole('button', { name: '撤回恢复' }).click()
    await expect(editor).toContainText('本年新增的一句。')
  })

  await test.step('read back', async () => {
    const sent = path.join(folder, '送审.docx')
    await saveDialog(sent)
    await page.getByRole('button', { name: '导出 Word' }).click()
    await expect(page.getByText(/已导出“送审\.docx”/)).toBeVisible()
    const commented = withComment(await readFile(sent), '本年新增', '王局长', '数字请再核')
    const parts = unzipSync(commented)
    const edited = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace('的一句。', '的一句话，已核实。')
    await writeFile(path.join(folder, '局长改.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(edited) }))
    await openDialog([path.join(folder, '局长改.docx')])
    await panel.getByRole('button', { name: '读回改过的 Word…' }).click()
    const rows = panel.locator('[data-change-row]')
    await expect(rows).toHaveCount(1)
    await expect(rows.first()).toContainText('数字请再核')
    await rows.first().focus()
    await page.keyboard.press('Enter')
    await expect(editor).toContainText('本年新增的一句话，已核实。')
    await rooms.waitUntilSaved()
    await panel.getByRole('button', { name: '结束读回' }).click()
    await expect(panel.getByRole('button', { name: /^读回前/ })).toBeVisible()
  })
})
