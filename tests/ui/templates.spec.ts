import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'
import type { FakeWindow } from './fakePage'

const go = (page: Page, room: string): Promise<void> => page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: room }).click()

async function templateList(page: Page): Promise<Locator> {
  await go(page, '设置')
  const list = page.getByRole('list', { name: '模板' })
  await expect(list.getByRole('listitem')).not.toHaveCount(0)
  return list
}

async function choose(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `“${name}”的操作` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('TEMPLATE-2: the open report becomes a template by a command of the palette; 新建 offers it with its skeleton', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('存为模板')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '存为模板' })
  await expect(dialog.getByLabel('模板名称')).toHaveValue('档案工作总结')
  await expectAccessible(page)
  await dialog.getByLabel('模板名称').fill('我局总结')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('已存为模板“我局总结”。')).toBeVisible()

  await go(page, '书架')
  await expect(page.getByRole('row', { name: /我局总结/ })).toHaveCount(0)
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /按模板/ }).click()
  const create = page.getByRole('dialog', { name: '按模板新建' })
  await create.getByRole('radio', { name: /我局总结/ }).check()
  await expect(create.locator('.skeleton')).toContainText('存在的问题')
  await create.getByLabel('年度', { exact: true }).fill('2027')
  await expectAccessible(page)
  await create.getByRole('button', { name: '新建' }).click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toContainText('2027年')
  await expect(editor).toContainText('XX')
  await expect(editor).not.toContainText('〔')
})

test('TEMPLATE-4: one of the program is copied and opens on the desk as a template; it is renamed, deleted and taken back', async ({ openPage }) => {
  const page = await openPage('shelf')
  const list = await templateList(page)
  await expectAccessible(page)
  await choose(page, '安全生产工作总结', '复制一份来修改')
  await page.getByRole('dialog', { name: '复制模板' }).getByRole('button', { name: '复制并打开' }).click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toContainText('〔单位〕〔年度〕年安全生产工作总结')
  await expect(page.getByText('正在修改模板“安全生产工作总结（本单位）”')).toBeVisible()
  await expect(page.getByRole('button', { name: /^状态：/ })).toHaveCount(0)
  await expectAccessible(page)
  await editor.locator('.para').first().click()
  await page.keyboard.press('End')
  await page.keyboard.insertText('改过的话')
  await page.getByRole('button', { name: '返回模板列表' }).click()

  await choose(page, '安全生产工作总结（本单位）', '改名称和类别')
  await page.getByRole('dialog').getByLabel('模板名称').fill('本局安全')
  await page.keyboard.press('Enter')
  await expect(list.getByRole('listitem').first()).toContainText('本局安全')
  await choose(page, '本局安全', '删除')
  await expect(list.getByText('本局安全')).toHaveCount(0)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await list.getByRole('button', { name: '本局安全', exact: true }).click()
  await expect(editor).toContainText('改过的话')
})

test('TEMPLATE-4: one of the program is left out of what is offered, and shown again', async ({ openPage }) => {
  const page = await openPage('shelf')
  const list = await templateList(page)
  await choose(page, '安全生产工作总结', '新建时不显示')
  const row = list.getByRole('listitem').filter({ hasText: '安全生产工作总结' })
  await expect(row).toContainText('不显示')
  await expectAccessible(page)
  await go(page, '书架')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /按模板/ }).click()
  await expect(page.getByRole('radio')).toHaveCount(5)
  await page.keyboard.press('Escape')
  await go(page, '设置')
  await choose(page, '安全生产工作总结', '恢复显示')
  await expect(row).not.toContainText('不显示')
})

test('TEMPLATE-5: a template goes out, and a file that is none is refused with what to do', async ({ openPage }) => {
  const page = await openPage('shelf')
  await templateList(page)
  await choose(page, '安全生产工作总结', '导出模板…')
  await expect(page.getByText('已导出“安全生产工作总结.模板.json”，在“文档”里。')).toBeVisible()
  await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.chooseFiles([{ name: '通知.json', bytes: new TextEncoder().encode('{"a":1}') }]))
  await page.getByRole('button', { name: '导入模板…' }).click()
  await expect(page.getByText(/“通知\.json”不是案牍的模板文件/)).toBeVisible()
})
