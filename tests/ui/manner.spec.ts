/** What a clerk relies on everywhere: keyboard, small windows, nothing said where nothing happened. */
import { expect, expectAccessible, test } from './fixtures'
import type { FakeWindow } from './fakePage'

const text = '清源县档案局2023年度法治建设工作报告\n一、主要工作\n做好各项工作。\n三、下一步打算\n继续努力。\n清源县档案局\n2024年1月5日'

test('UI-5: Escape closes a dialog, and the focus goes back to where it came from', async ({ openPage, page }) => {
  await openPage('shelf')
  const button = page.getByRole('button', { name: '新建', exact: true })
  await button.click()
  await page.getByRole('menuitem', { name: /空白材料/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('UI-10: chosen files: what came in with what to look at, what did not with what to do', async ({ openPage, page }) => {
  await openPage('shelf')
  await page.evaluate((content) => {
    const encoder = new TextEncoder()
    ;(globalThis as unknown as FakeWindow).fake.chooseFiles([{ name: '法治报告.txt', bytes: encoder.encode(content) }, { name: '空.txt', bytes: new Uint8Array(0) }])
  }, text)
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /^导入文件…/ }).click()
  const dialog = page.getByRole('dialog', { name: '导入结果' })
  await expect(dialog.getByRole('status')).toHaveText('导入了 1 份材料，1 个文件没有导入。')
  await expect(dialog.getByRole('region', { name: '已放上书架' })).toContainText(/2023年度法治建设工作报告.*2023年 · UTF-8 编码 · 法治报告\.txt.*1 处需要核对/)
  await expect(dialog.getByRole('region', { name: '没有导入' })).toContainText(/“空\.txt”里没有文字。.*请确认选对了文件/)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '打开' }).click()
  await expect(page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: '写作' })).toHaveAttribute('aria-current', 'page')
})

test('UI-10: a cancelled dialog says nothing', async ({ openPage, page }) => {
  await openPage('shelf')
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name: /^导入文件…/ }).click()
  await page.waitForTimeout(200)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('status')).toHaveCount(0)
})

test('UI-11: an archive with nothing in it says when there will be', async ({ openPage, page }) => {
  await openPage('empty')
  await page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: '归档' }).click()
  await expect(page.getByText('材料定稿后，就可以在这里归档')).toBeVisible()
})

for (const [width, height] of [[1024, 700], [960, 600]] as const) {
  test(`UI-1: at ${width} × ${height} every button can be hit, and none lies outside`, async ({ openPage, page }) => {
    await page.setViewportSize({ width, height })
    await openPage('damaged')
    for (const room of ['书架', '归档', '设置']) {
      await page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: room }).click()
      await expect(page.getByRole('main', { name: room })).toBeVisible()
      const faults = await page.evaluate(() => {
        const wide = document.documentElement.scrollWidth > innerWidth || [...document.querySelectorAll('.scroll')].some((each) => each.scrollWidth > each.clientWidth + 1)
        const small = [...document.querySelectorAll('button')].filter((each) => each.offsetParent !== null && (each.closest('.seg') ?? each).getBoundingClientRect().height < 32).map((each) => each.textContent)
        const outside = [...document.querySelectorAll('button, input')].filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.textContent)
        return { wide, small, outside }
      })
      expect(faults).toEqual({ wide: false, small: [], outside: [] })
    }
  })
}
