import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { call, expect, launchAndu, readyPage, test } from './fixtures'

test('CLEAN-15: an imported file is cleaned in one step, the clean text is on the disk, and the own rules as well', async ({ userData, page, openDialog, app }) => {
  const file = path.join(userData, '旧总结.txt')
  await writeFile(file, ['清源县水务局2025年度工作总结', '', '　　2025年,全局扎实推进各项工作(含下属单位)。', '一、主要做法', '（一）加强学习。落实"三会一课"制度，参学率98% 。', '更多精彩范文请关注公众号：山海文稿', ''].join('\n'))
  await openDialog([file])
  await call(page, 'import.files', { year: 2025 })
  await call(page, 'settings.write', { cleaning: { off: ['webChrome'], own: [{ kind: 'text', words: '扎实推进', replacement: '稳步推进' }] } })
  await app.close()

  const second = await launchAndu({ userData })
  const again = await readyPage(second)
  await again.getByText(/清源县水务局2025年度工作总结/).first().click()
  await expect(again.getByRole('status').filter({ hasText: '可清理 5 处' })).toBeVisible()
  await again.getByRole('button', { name: '逐条查看' }).click()
  await again.getByRole('button', { name: /采用所选/ }).click()
  const editor = again.getByRole('textbox', { name: '正文' })
  await expect(editor).toContainText('2025年，全局稳步推进各项工作（含下属单位）。')
  await editor.press('Control+s')
  await expect(again.getByText(/已保存/).first()).toBeVisible()
  await second.close()

  const third = await launchAndu({ userData })
  const last = await readyPage(third)
  await last.getByText(/清源县水务局2025年度工作总结/).first().click()
  await expect(last.getByRole('textbox', { name: '正文' })).toContainText('落实“三会一课”制度，参学率98%。')
  await last.waitForTimeout(1000)
  await expect(last.getByRole('status').filter({ hasText: '可清理' })).toHaveCount(0)
  await third.close()
})
