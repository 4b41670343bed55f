import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from './fixtures'

const text = ['清河县档案局2025年度工作总结', '各科室：', '一、主要做法', '（一）坚持加强理论学习。全年组织集中学习十二次。', '二、存在问题', '工作中还有差距和不足。', '清河县档案局', '2025年12月20日'].join('\r\n')

test('UI-18, IPC-7: the exported file is read again and found right; a file with other margins is not, and is set anew', async ({ app, page, saveDialog, openDialog, userData }) => {
  await writeFile(path.join(userData, '甲.txt'), `\ufeff${text}`)
  await openDialog([path.join(userData, '甲.txt')])
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /^导入文件…/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '打开', exact: true }).click()
  await page.locator('.page .para').first().click()
  await saveDialog(path.join(userData, '甲.docx'))
  await page.keyboard.press('F12')
  await page.getByRole('button', { name: '体检单' }).click()
  const dialog = page.getByRole('dialog', { name: '条款体检单' })
  await expect(dialog.getByRole('button', { name: '不符 0' })).toBeVisible()
  expect(Number(/\d+/.exec(await dialog.getByRole('button', { name: /^全部/ }).textContent() ?? '')?.[0])).toBeGreaterThanOrEqual(60)

  const parts = unzipSync(new Uint8Array(await readFile(path.join(userData, '甲.docx'))))
  const main = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const changed = main.replace(/w:top="\d+"/g, 'w:top="1440"').replace(/w:left="1587"/g, 'w:left="1800"')
  expect(changed).not.toBe(main)
  await writeFile(path.join(userData, '同事.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(changed) }))
  await openDialog([path.join(userData, '同事.docx')])
  await dialog.getByRole('button', { name: '检查其他 Word 文件…' }).click()
  await expect(dialog).toContainText('《同事.docx》')
  await expect(dialog.getByRole('button', { name: /^不符 [1-9]/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog.getByRole('row').filter({ hasText: '5.2.1' }).first()).toContainText('25.4')
  if (process.env['ANDU_SHOTS'] !== undefined) await page.screenshot({ path: path.join(process.env['ANDU_SHOTS'], 'conform-real.png') })

  await dialog.getByRole('button', { name: '复制成文字' }).click()
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('《同事.docx》')
  const opened = await page.evaluate(async () => {
    const { call } = (globalThis as unknown as { api: { call: (channel: string, request?: unknown) => Promise<{ value?: { token: string }; error?: { code: string } }> } }).api
    const { value } = await call('conform.choose')
    return (await call('export.open', { token: value?.token })).error?.code
  })
  expect(opened).toBe('fileNotFound')
  await dialog.getByRole('button', { name: '导入并按规范重排' }).click()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText('坚持加强理论学习')
  await page.locator('.page .para').first().click()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('体检单')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: '不符 0' })).toBeVisible()
  // The file of the colleague was only read.
  expect(strFromU8(unzipSync(new Uint8Array(await readFile(path.join(userData, '同事.docx'))))['word/document.xml'] ?? new Uint8Array())).toBe(changed)
})
