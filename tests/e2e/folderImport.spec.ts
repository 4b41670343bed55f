import { mkdir, readdir, readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { oldFiles, writeOldFiles } from '../support/oldFolder'
import { expect, launchAndu, readyPage, test } from './fixtures'

test('FOLDER-2 FOLDER-7 FOLDER-9: a folder comes in through the window, goes on after the program was closed, and its report is written', async ({ app, page, openDialog, userData }) => {
  const old = path.join(userData, '历年材料')
  await mkdir(old)
  const files = oldFiles(40)
  writeOldFiles(old, files)
  await openDialog([old])
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /导入文件夹/ }).click()
  const room = page.getByRole('dialog', { name: '导入文件夹' })
  await room.getByRole('button', { name: '选择文件夹…' }).click()
  const reports = files.filter(({ fate }) => fate === 'report')
  await expect(room.getByRole('button', { name: `导入 ${reports.length} 份` })).toBeEnabled({ timeout: 60_000 })
  const title = room.getByRole('textbox', { name: /标题$/ }).first()
  await title.fill('核对过的标题')
  await title.press('Enter')
  await expect(room.getByRole('textbox', { name: /标题$/ }).first()).toHaveValue('核对过的标题')
  await app.close()

  const again = await launchAndu({ userData })
  try {
    const second = await readyPage(again)
    await second.getByRole('button', { name: '新建', exact: true }).click()
    await second.getByRole('menuitem', { name: /导入文件夹/ }).click()
    const later = second.getByRole('dialog', { name: '导入文件夹' })
    await later.getByRole('button', { name: '继续' }).click()
    await expect(later.getByRole('textbox', { name: /标题$/ }).first()).toHaveValue('核对过的标题')
    await later.getByRole('button', { name: `导入 ${reports.length} 份` }).click()
    await expect(later.getByRole('status')).toContainText(`已导入 ${reports.length} 份`, { timeout: 60_000 })
    await again.evaluate(({ dialog }, file) => { dialog.showSaveDialog = (async () => ({ canceled: false, filePath: file })) as unknown as typeof dialog.showSaveDialog }, path.join(userData, '报告.csv'))
    await later.getByRole('button', { name: '保存表格…' }).click()
    await expect(second.getByText('已保存：报告.csv')).toBeVisible()
    const csv = await readFile(path.join(userData, '报告.csv'), 'utf8')
    for (const { path: name } of files) expect(csv).toContain(`"${name.replace(/"/g, '""')}"`)
    const originals = (await readdir(path.join(userData, 'data', 'originals'))).sort()
    expect(originals).toEqual(expect.arrayContaining(reports.map(({ bytes }) => `${createHash('sha256').update(bytes).digest('hex')}.bin`)))
    await later.getByRole('button', { name: /^已导入/ }).click()
    await later.getByRole('button', { name: '打开' }).first().click()
    await expect(second.getByRole('main', { name: '写作' })).toBeVisible()
  } finally {
    await again.close()
  }
})
