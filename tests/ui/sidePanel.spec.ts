import { callsOf, expect, expectAccessible, test } from './fixtures'

test('EDIT-18: a panel opens beside the page and goes back to the text; on a small window it stands in place of the outline', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  const width = async (): Promise<number> => editor.locator('.para').first().evaluate((element) => element.getBoundingClientRect().width)
  const before = await width()

  await page.keyboard.press('Control+Shift+e')
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await expect(panel.getByRole('group', { name: '侧栏' }).getByRole('button', { name: '版面' })).toHaveAttribute('aria-pressed', 'true')
  expect(await width()).toBe(before)
  await expectAccessible(page)

  await panel.getByRole('button', { name: '加粗', exact: true }).click()
  await expect(editor.locator('.item-lead').first()).toHaveCSS('font-weight', '700')
  await expect.poll(async () => (await callsOf(page)).some(({ channel, request }) => channel === 'report.save' && (request as { report: { itemLead?: string } }).report.itemLead === 'bold')).toBe(true)

  await page.keyboard.press('Escape')
  await expect(editor).toBeFocused()
  await expect(panel).toBeVisible()

  await page.setViewportSize({ width: 1024, height: 700 })
  await expect(page.getByRole('tree')).toBeHidden()
  await expectAccessible(page)
  await panel.getByRole('button', { name: '关闭侧栏' }).click()
  await expect(page.getByRole('tree')).toBeVisible()
})

test('EDIT-18: the outline is as wide as the clerk drags it, and stays so', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const edge = page.getByRole('separator', { name: '提纲宽度' })
  await expect(edge).toBeVisible()
  const writes = async (): Promise<readonly unknown[]> => (await callsOf(page)).filter(({ channel }) => channel === 'settings.write').map(({ request }) => request)
  const before = (await writes()).length
  const box = (await edge.boundingBox())!
  await page.mouse.move(box.x + 3, box.y + 200)
  await page.mouse.down()
  await page.mouse.move(box.x + 83, box.y + 200, { steps: 4 })
  expect(await writes()).toHaveLength(before)
  await page.mouse.up()
  await expect(edge).toHaveAttribute('aria-valuenow', '352')
  await edge.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(edge).toHaveAttribute('aria-valuenow', '336')
  expect((await writes()).slice(before)).toEqual([{ outlineWidth: 352 }, { outlineWidth: 336 }])
})
