import type { Page } from '@playwright/test'
import { callsOf, expect, expectAccessible, test } from './fixtures'
import type { FakeWindow } from './fakePage'

const goTo = (page: Page, room: string) => page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: room, exact: true }).click()
const last = async (page: Page, channel: string): Promise<unknown> => (await callsOf(page)).filter((call) => call.channel === channel).at(-1)?.request

test('ARCHNO-5: the scheme is filled in in the settings with an example, and what is unsound says what to do', async ({ openPage }) => {
  const page = await openPage('shelf')
  await goTo(page, '设置')
  const section = page.getByRole('region', { name: '归档' })
  await expect(section).toContainText('填写全宗号后，归档时自动编档号')
  const fonds = section.getByLabel('全宗号', { exact: true })
  await fonds.fill('ｚ10')
  await expect(fonds).toHaveAttribute('aria-invalid', 'true')
  await expect(section).toContainText('全宗号要正好 4 位字母或数字')
  await expect.poll(() => last(page, 'settings.write')).not.toHaveProperty('archive')
  await fonds.fill('ｚ109')
  await expect(section).toContainText('Z109-WS·2025-Y-0001')
  await section.getByRole('button', { name: '添加机构（问题）' }).click()
  await section.getByLabel('代码 1').fill('bg')
  await expect(section.getByRole('alert')).toContainText('3 位字母或数字')
  await section.getByLabel('代码 1').fill('bgs')
  await section.getByLabel('名称 1').fill('办公室')
  await section.getByLabel('名称 1').blur()
  await expect(section).toContainText('Z109-WS·2025-Y-BGS-0001')
  await section.getByRole('group', { name: '安全生产工作的保管期限' }).getByRole('button', { name: '永久' }).click()
  await section.getByRole('button', { name: '按成文日期' }).click()
  await section.getByRole('button', { name: '50 毫米' }).click()
  await expect.poll(() => last(page, 'settings.write')).toEqual({ archive: { fonds: 'Z109', fondsName: '', category: 'WS', units: [{ code: 'BGS', name: '办公室' }], retention: { safety: 'Y' }, yearBy: 'formed', spine: 50 } })
  await section.getByRole('button', { name: '安全生产工作恢复为建议的保管期限' }).click()
  await expect.poll(() => last(page, 'settings.write')).toMatchObject({ archive: { retention: {} } })
  await expectAccessible(page)
})

test('ARCHNO-15: the filing dialog shows the number, and another 保管期限 or 机构 gives another one', async ({ openPage }) => {
  const page = await openPage('archive')
  await goTo(page, '归档')
  await page.getByRole('region', { name: '可以归档' }).getByRole('button', { name: '归档…' }).click()
  const dialog = page.getByRole('dialog', { name: '归档' })
  await expect(dialog).toContainText('Z109-WS·2025-D30-BGS-0003')
  await expect(dialog).toContainText('按类别建议30年')
  await dialog.getByRole('button', { name: '永久' }).click()
  await expect(dialog).toContainText('Z109-WS·2025-Y-BGS-0003')
  await dialog.getByLabel('机构（问题）').selectOption('YWK')
  await expect(dialog).toContainText('Z109-WS·2025-Y-YWK-0001')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '归档', exact: true }).click()
  await expect(page.getByText('档号 Z109-WS·2025-Y-YWK-0001')).toBeVisible()
  await expect.poll(() => last(page, 'archive.file')).toMatchObject({ retention: 'Y', unit: 'YWK' })
})

test('ARCHNO-6: without 全宗号 the filing dialog says so and leads to the settings', async ({ openPage }) => {
  const page = await openPage('shelf')
  await goTo(page, '归档')
  await page.getByRole('region', { name: '可以归档' }).getByRole('button', { name: '归档…' }).click()
  const dialog = page.getByRole('dialog', { name: '归档' })
  await expect(dialog).toContainText('还没有全宗号')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '去设置' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
})

test('ARCHNO-10: the catalogue of the year is shown column by column, in classes, and a row opens its report', async ({ openPage }) => {
  const page = await openPage('archive')
  await goTo(page, '归档')
  await page.getByRole('button', { name: '目录', exact: true }).click()
  const table = page.getByRole('table', { name: '归档文件目录' })
  await expect(table.getByRole('columnheader')).toHaveText(['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'])
  await expect(table.getByRole('row').nth(1)).toHaveText('2025年度·永久·办公室2件')
  await expect(table.getByRole('row').nth(2)).toContainText('Z109-WS·2025-Y-BGS-0001')
  await expectAccessible(page)
  await table.getByRole('button', { name: /查看/ }).first().click()
  await expect(page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: '写作' })).toHaveAttribute('aria-current', 'page')
})

test('ARCHNO-17: the forms are asked for in one menu, by keyboard too', async ({ openPage }) => {
  const page = await openPage('archive')
  await goTo(page, '归档')
  await page.getByRole('button', { name: '打印目录' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem')).toHaveCount(7)
  await page.keyboard.press('Enter')
  await expect.poll(() => last(page, 'archive.print')).toEqual({ year: 2025, form: 'catalogue', format: 'word', boxes: {} })
})

test('ARCHNO-19: the dialog of 备考表 divides the boxes while the clerk types, and sends what was said', async ({ openPage }) => {
  const page = await openPage('archive')
  await goTo(page, '归档')
  await page.getByRole('button', { name: '打印目录' }).click()
  await page.getByRole('menuitem', { name: '备考表…' }).click()
  const dialog = page.getByRole('dialog', { name: '备考表' })
  await expect(dialog.getByRole('status')).toContainText('共 2 盒')
  await dialog.getByLabel('每盒最多页数').fill('1')
  await expect(dialog.getByRole('status')).toContainText('共 4 盒')
  await dialog.getByLabel('整理人').fill('李明')
  await dialog.getByLabel('补充说明').fill('第2件缺封面。')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '导出 Word' }).click()
  await expect.poll(() => last(page, 'archive.print')).toEqual({ year: 2025, form: 'boxRecord', format: 'word', boxes: { pagesPerBox: 1, arranger: '李明', state: '第2件缺封面。' } })
  await expect(dialog).toBeHidden()
})

test('ARCHNO-4: numbers that are missing are told above the catalogue; 100,000 rows are listed and scrolled', async ({ openPage }) => {
  const page = await openPage('archive')
  await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.fileMany(2025, 100_000))
  await goTo(page, '归档')
  await page.getByRole('button', { name: '目录', exact: true }).click()
  const table = page.getByRole('table', { name: '归档文件目录' })
  await expect(table).toHaveAttribute('aria-rowcount', '100007')
  await expect(page.getByRole('status')).toContainText('缺件号 0003–0010')
  expect(await table.getByRole('row').count()).toBeLessThan(80)
  await table.evaluate((element) => { const pane = element.parentElement; if (pane) pane.scrollTop = pane.scrollHeight })
  await expect(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', '100007')
})

test('ARCHNO-23: 归档章 is drawn as PNG of 600 dots per inch and as SVG, and goes onto an export', async ({ openPage }) => {
  const page = await openPage('archive')
  await goTo(page, '归档')
  const choose = async (item: string): Promise<void> => {
    await page.getByRole('row').filter({ hasText: 'Z109-WS·2025-Y-BGS-0001' }).getByRole('button', { name: /的更多操作$/ }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('导出 PDF（带归档章）')
  await expect.poll(() => last(page, 'export.file')).toMatchObject({ format: 'pdf', stamp: true })
  await choose('归档章图片（SVG）')
  await choose('归档章图片（PNG）')
  await expect.poll(async () => (await callsOf(page)).filter(({ channel }) => channel === 'archive.savePicture').length).toBe(2)
  const drawn = await page.evaluate(async () => {
    const { fake } = globalThis as unknown as FakeWindow
    const asked = fake.calls.filter(({ channel }) => channel === 'archive.savePicture').map(({ request }) => request as { bytes: Uint8Array<ArrayBuffer> })
    const picture = await createImageBitmap(new Blob([asked[1]?.bytes ?? new Uint8Array()], { type: 'image/png' }))
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    const context = canvas.getContext('2d')
    context?.drawImage(picture, 0, 0)
    const pixels = context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray()
    let red = 0
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 0) > 200 && (pixels[at + 1] ?? 255) < 100) red += 1
    return { svg: new TextDecoder().decode(asked[0]?.bytes), width: picture.width, height: picture.height, red }
  })
  expect(drawn.svg).toContain('>0001</text>')
  expect([drawn.width, drawn.height]).toEqual([1087, 402])
  expect(drawn.red).toBeGreaterThan(5000)
})

test('ARCHNO-24: a year is filed in one go, named before and numbered after', async ({ openPage }) => {
  const page = await openPage('archiveWaiting')
  await goTo(page, '归档')
  const ready = page.getByRole('region', { name: '可以归档' })
  await expect(ready.getByRole('button', { name: /全部归档/ })).toHaveText(['2025年 3 份全部归档…'])
  await ready.getByRole('button', { name: /全部归档/ }).click()
  const dialog = page.getByRole('dialog', { name: '2025年度全部归档' })
  await expect(dialog.getByRole('listitem')).toHaveCount(3)
  await expect(dialog.getByRole('listitem').filter({ hasText: '安全生产' })).toContainText('30年')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '归档', exact: true }).click()
  await expect(dialog.getByRole('status')).toHaveText('已归档 3 份。')
  await expect(dialog).toContainText('Z109-WS·2025-Y-BGS-0003')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '完成' }).click()
  await expect(ready.getByRole('listitem')).toHaveCount(1)
})
