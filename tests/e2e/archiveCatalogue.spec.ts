import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './fixtures'
import { Rooms } from './rooms'

test('ARCHNO-17: from the scheme over filing to the catalogue, its forms and a stamped export', async ({ page, saveDialog, userData }) => {
  const rooms = new Rooms(page)
  await rooms.go('设置')
  const section = page.getByRole('region', { name: '归档' })
  await section.getByLabel('全宗号', { exact: true }).fill('z109')
  await section.getByLabel('全宗名称').fill('清源县档案局')
  await section.getByRole('button', { name: '添加机构（问题）' }).click()
  await section.getByLabel('代码 1').fill('bgs')
  await section.getByLabel('名称 1').fill('办公室')
  await section.getByLabel('名称 1').blur()
  await expect(section).toContainText('Z109-WS·2025-Y-BGS-0001')

  await rooms.go('书架')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /粘贴全文/ }).click()
  await page.getByRole('textbox', { name: '全文' }).fill('清源县档案局2025年度安全生产工作总结\n\n一、主要工作\n全年排查隐患三十六处，全部整改到位。\n\n清源县档案局\n2025年12月30日\n')
  await page.getByRole('dialog', { name: '粘贴全文' }).getByRole('button', { name: '导入' }).click()
  await page.getByRole('dialog', { name: '导入结果' }).getByRole('button', { name: '查看' }).or(page.getByRole('dialog', { name: '导入结果' }).getByRole('button', { name: '完成' })).first().click()
  await rooms.go('书架')
  await page.getByRole('button', { name: '清源县档案局2025年度安全生产工作总结', exact: true }).first().click()
  await rooms.setState('定稿')
  await rooms.go('归档')
  await page.getByRole('region', { name: '可以归档' }).getByRole('button', { name: '归档…' }).click()
  const dialog = page.getByRole('dialog', { name: '归档' })
  await expect(dialog).toContainText('Z109-WS·2025-D30-BGS-0001')
  await dialog.getByRole('button', { name: '归档', exact: true }).click()
  await expect(page.getByText('档号 Z109-WS·2025-D30-BGS-0001')).toBeVisible({ timeout: 20_000 })

  await page.getByRole('button', { name: '目录', exact: true }).click()
  await expect(page.getByRole('table', { name: '归档文件目录' }).getByRole('row').nth(2)).toContainText('Z109-WS·2025-D30-BGS-0001')
  const print = async (item: RegExp, file: string): Promise<Buffer> => {
    await saveDialog(path.join(userData, file))
    await page.getByRole('button', { name: '打印目录' }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await expect.poll(() => readFile(path.join(userData, file)).then((bytes) => bytes.length, () => 0)).toBeGreaterThan(0)
    return readFile(path.join(userData, file))
  }
  expect((await print(/CSV/, '目录.csv')).toString('utf8')).toContain('"Z109-WS·2025-D30-BGS-0001","","清源县档案局","清源县档案局2025年度安全生产工作总结","20251230","","1",""')
  const word = await print(/目录（Word）/, '目录.docx')
  expect(strFromU8(unzipSync(word)['word/document.xml'] ?? new Uint8Array())).toMatch(/归档文件目录.*日志校验码/)

  await page.getByRole('button', { name: '材料', exact: true }).click()
  await saveDialog(path.join(userData, '盖章.docx'))
  await page.getByRole('row').filter({ hasText: 'Z109-WS·2025-D30-BGS-0001' }).getByRole('button', { name: /的更多操作$/ }).click()
  await page.getByRole('menuitem', { name: '导出 Word（带归档章）' }).click()
  await expect.poll(() => readFile(path.join(userData, '盖章.docx')).then((bytes) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()), () => '')).toContain('filingStamp')
})
