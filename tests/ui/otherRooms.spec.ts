import { callsOf, expect, expectAccessible, test } from './fixtures'
import type { FakeWindow } from './fakePage'
import type { Page } from '@playwright/test'
import { pageEffort } from './pageEffort'

const goTo = (page: Page, room: string) => page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: room, exact: true }).click()

test('UI-10: pasted text becomes a report, and what should be looked at is said', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /粘贴全文/ }).click()
  const dialog = page.getByRole('dialog', { name: '粘贴全文' })
  await expect(dialog.getByRole('button', { name: '导入' })).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: '全文' }).fill('清源县水务局2023年度工作总结\n\n一、主要工作\n（一）抓好防汛\n全年巡堤46次。\n（三）抓好供水\n供水正常。\n\n清源县水务局\n2023年12月30日\n')
  await dialog.getByRole('button', { name: '导入' }).click()
  const result = page.getByRole('dialog', { name: '导入结果' })
  await expect(result).toContainText('清源县水务局2023年度工作总结')
  await expect(result).toContainText('1 处需要核对')
  await expectAccessible(page)
  await result.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '2023年' })).toBeVisible()
})

test('UI-10: each thing that should be looked at names its line, and a click goes there', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /粘贴全文/ }).click()
  const dialog = page.getByRole('dialog', { name: '粘贴全文' })
  await dialog.getByRole('textbox', { name: '全文' }).fill('清源县水务局2023年度工作总结\n\n一、主要工作\n（一）抓好防汛\n全年巡堤46次。\n（三）抓好供水\n供水正常。\n')
  await dialog.getByRole('button', { name: '导入' }).click()
  await page.getByRole('button', { name: /第 6 行.*这里是“（三）”，应为“（二）”/ }).click()
  await expect(page.getByRole('treeitem', { name: '（二）抓好供水' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused()
})

test('UI-10: a report of 300,000 characters is pasted and imported without a standstill', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /粘贴全文/ }).click()
  await page.getByRole('textbox', { name: '全文' }).focus()
  const pause = await (await pageEffort(page)).of(() => page.evaluate(async () => {
    const data = new DataTransfer()
    data.setData('text/plain', `清源县水务局2021年度工作总结\n${'全年巡查堤防四十六次，发现问题全部整改到位。\n'.repeat(14_000)}`)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)) })
  }))
  // The browser's own paste takes a minute for this.
  expect(pause).toBeLessThan(80)
  await page.getByRole('dialog', { name: '粘贴全文' }).getByRole('button', { name: '导入' }).click()
  await expect(page.getByRole('dialog', { name: '导入结果' })).toContainText('清源县水务局2021年度工作总结')
})

test('UI-12: the data folder can be opened from the settings', async ({ openPage }) => {
  const page = await openPage('shelf')
  await goTo(page, '设置')
  await page.getByRole('button', { name: '打开文件夹' }).click()
  expect((await callsOf(page)).at(-1)?.channel).toBe('app.openDataFolder')
})

test('UI-10: dropped files are imported, refused ones are told with what to do', async ({ openPage }) => {
  const page = await openPage('shelf')
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['清源县水务局2022年度工作总结\n\n一、主要工作\n做了工作。\n'], '水务.txt'))
    data.items.add(new File([new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0])], '旧报告.docx'))
    return data
  })
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await expect(page.getByText('松开鼠标，把文件导入书架')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  const result = page.getByRole('dialog', { name: '导入结果' })
  await expect(result).toContainText('导入了 1 份材料，1 个文件没有导入。')
  await expect(result).toContainText('清源县水务局2022年度工作总结')
  await expect(result.getByRole('region', { name: '没有导入' })).toContainText('旧报告.docx')
  await expectAccessible(page)
})

test('UI-11: filed reports by year, what can be filed, and a changed one in red', async ({ openPage }) => {
  const page = await openPage('shelf')
  await goTo(page, '归档')
  await expect(page.getByRole('region', { name: '可以归档' })).toContainText('法治')
  const table = page.getByRole('table', { name: '已归档' })
  await expect(table.getByRole('row')).toHaveCount(3)
  await expect(table.getByText('完好', { exact: true })).toHaveCount(3)
  await page.evaluate(() => {
    const { fake } = globalThis as unknown as FakeWindow
    const write = fake.calls.find(({ channel }) => channel === 'archive.file')
    const id = (write?.request as { id: string } | undefined)?.id ?? ''
    fake.tamper(id, (report) => ({ ...report, title: ['改过的标题'] }))
  })
  await goTo(page, '书架')
  await goTo(page, '归档')
  await expect(page.getByRole('alert')).toContainText('请勿使用此件')
  await expect(table.getByText('内容有变化')).toHaveCount(1)
  await expectAccessible(page)
})

test('UI-11, FILE-10: a correction asks for its reason and is opened on the desk beside the filed report', async ({ openPage }) => {
  const page = await openPage('shelf')
  await goTo(page, '归档')
  await page.getByRole('row').filter({ hasText: '意识形态' }).getByRole('button', { name: '更正' }).click()
  const dialog = page.getByRole('dialog', { name: '更正' })
  await expect(dialog.getByRole('textbox', { name: '更正原因' })).toBeFocused()
  await expectAccessible(page)
  await expect(dialog.getByRole('button', { name: '新建更正稿' })).toBeDisabled()
  await page.keyboard.type('第三部分的培训人数有误')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: '写作' })).toHaveAttribute('aria-current', 'page')
  await goTo(page, '书架')
  await page.getByRole('navigation', { name: '年度列表' }).getByRole('button', { name: /^2024/ }).click()
  await expect(page.getByRole('row').filter({ hasText: '意识形态' })).toHaveCount(2)
  await expect(page.getByText('更正稿').first()).toBeVisible()
})

test('UI-12: a setting holds at once, and comes back if it could not be written', async ({ openPage }) => {
  const page = await openPage('shelf')
  await goTo(page, '设置')
  await page.getByRole('button', { name: '深色' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(236, 231, 221)')
  await page.evaluate(() => { (globalThis as unknown as FakeWindow).fake.failCalls('settings.write', { code: 'diskFull' }) })
  await page.getByRole('button', { name: '浅色' }).click()
  await expect(page.getByRole('alert')).toContainText('空间不足')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('UI-12: the unit is written when its field is left, the keys and this computer are told', async ({ openPage }) => {
  const page = await openPage('shelf')
  await goTo(page, '设置')
  const unit = page.getByRole('textbox', { name: '本单位名称' })
  await unit.fill('清源县水务局')
  await unit.blur()
  await expect.poll(async () => (await callsOf(page)).filter(({ channel }) => channel === 'settings.write').at(-1)?.request).toEqual({ unit: '清源县水务局' })
  await expect(page.getByRole('region', { name: '快捷键' })).toContainText('Alt+Shift+↑')
  await expect(page.getByRole('region', { name: '这台电脑' })).toContainText('小标宋')
})

test('UI-13: a failed call is told by its message, and the room goes on', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.evaluate(() => { (globalThis as unknown as FakeWindow).fake.failCalls('report.duplicate', { code: 'diskReadOnly' }) })
  await page.getByRole('button', { name: /更多操作/ }).first().click()
  await page.getByRole('menuitem', { name: '复制一份' }).click()
  await expect(page.getByRole('alert')).toContainText('只能读，不能写')
  await page.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByRole('table', { name: '材料' })).toBeVisible()
})

test('UI-3: an empty shelf offers a first step', async ({ openPage }) => {
  const page = await openPage('empty')
  await expect(page.getByText('书架还是空的')).toBeVisible()
  await expectAccessible(page)
})

for (const size of [{ width: 1024, height: 700 }, { width: 720, height: 480 }]) {
  test(`UI-1: nothing is cut off at ${size.width} × ${size.height}`, async ({ openPage, page }) => {
    await page.setViewportSize(size)
    await openPage('shelf')
    for (const room of ['书架', '归档', '设置']) {
      await goTo(page, room)
      await expect(page.getByRole('main', { name: room })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.querySelector('main')!.scrollWidth <= document.querySelector('main')!.clientWidth + 1), room).toBe(true)
    }
  })
}

test('UI-13: what goes wrong inside a dialog is told inside it and can be put away there', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.evaluate(() => { (globalThis as unknown as FakeWindow).fake.failCalls('report.create', { code: 'diskFull' }) })
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /空白材料/ }).click()
  const dialog = page.getByRole('dialog', { name: '新建空白材料' })
  await expect(dialog.getByRole('combobox', { name: '类别' })).toBeFocused()
  await dialog.getByRole('button', { name: '新建' }).click()
  await expect(dialog.getByRole('alert')).toContainText('空间不足')
  await dialog.getByRole('alert').getByRole('button', { name: '关闭' }).click()
  await expect(dialog.getByRole('alert')).toBeHidden()
  await expect(dialog).toBeVisible()
})

test('UI-5: while a dialog is open, no key changes what lies behind it', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('main', { name: '归档' })).toBeVisible()
  await page.keyboard.press('Alt+1')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /空白材料/ }).click()
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('dialog', { name: '新建空白材料' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('main', { name: '书架' })).toBeVisible()
})
