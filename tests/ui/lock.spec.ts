/** 口令: opening a folder with a passphrase, and setting it up, changing it and taking it away. */
import type { Page } from '@playwright/test'
import { expect, expectAccessible as expectNoFault, test } from './fixtures'
import { fakeRecoveryKey } from './fakeLock'
import type { FakeWindow } from './fakePage'

const word = '青山绿水2026'

/** When the colours of what was just enabled have come. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined))))
  await expectNoFault(page)
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: '设置' }).click()
  await page.getByRole('region', { name: '口令保护' }).scrollIntoViewIfNeeded()
}

test('LOCK-13: a folder with a passphrase asks for it before anything else, and opens', async ({ openPage, page }) => {
  await openPage('locked')
  const field = page.getByLabel('口令', { exact: true })
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('type', 'password')
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '打开', exact: true })).toBeDisabled()
  await expectAccessible(page)
  await field.fill('不是这个')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('口令不对')
  await expectAccessible(page)
  await page.getByRole('button', { name: '显示口令' }).click()
  await expect(field).toHaveAttribute('type', 'text')
  await field.fill(word)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '房间' })).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible()
})

test('LOCK-13: after several wrong tries the next one waits, and says how long; nothing is shut for good', async ({ openPage, page }) => {
  await openPage('locked')
  const field = page.getByLabel('口令', { exact: true })
  for (const typed of ['一', '二', '三', '四']) {
    await field.fill(typed)
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    if (typed === '四') await expect(page.getByRole('button', { name: /请等 \d 秒再试/ })).toBeDisabled()
  }
  await field.fill(word)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.getByRole('navigation', { name: '房间' })).toBeVisible()
})

test('LOCK-13: who forgot the passphrase opens with the recovery key', async ({ openPage, page }) => {
  await openPage('locked')
  await page.getByRole('button', { name: '忘了口令，用恢复密钥' }).click()
  const field = page.getByLabel('恢复密钥', { exact: true })
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await field.fill('ABCD')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('恢复密钥不对')
  await field.fill(fakeRecoveryKey.toLowerCase())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: '房间' })).toBeVisible()
})

test('LOCK-14: a passphrase is set up in three steps; nothing holds before the recovery key was typed back', async ({ openPage, page }) => {
  await openPage('shelf')
  await openSettings(page)
  const section = page.getByRole('region', { name: '口令保护' })
  await expect(section).toContainText('没有设口令')
  await expect(section).toContainText('本软件不得用于处理涉密信息')
  await section.getByRole('button', { name: '设口令…' }).click()
  const dialog = page.getByRole('dialog')
  for (const said of ['不保护什么', '都不加密', '谁也打不开了', '本软件不得用于处理涉密信息']) await expect(dialog).toContainText(said)
  const next = dialog.getByRole('button', { name: '下一步' })
  await dialog.getByLabel('口令', { exact: true }).fill('七个字')
  await dialog.getByLabel('再输一遍', { exact: true }).fill('七个字')
  await expect(dialog).toContainText('还不到 8 个字')
  await dialog.getByLabel('口令', { exact: true }).fill(word)
  await dialog.getByLabel('再输一遍', { exact: true }).fill('青山绿水2027')
  await expect(dialog).toContainText('两遍不一样')
  await dialog.getByLabel('再输一遍', { exact: true }).fill(word)
  await expect(next).toBeDisabled()
  await dialog.getByRole('checkbox').check()
  await expectAccessible(page)
  await next.click()

  await expect(dialog.getByRole('list', { name: '恢复密钥' }).getByRole('listitem')).toHaveText(fakeRecoveryKey.split('-'))
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '打印' }).click()
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as FakeWindow).fake.calls.some(({ channel }) => channel === 'print.pages'))).toBe(true)
  await dialog.getByRole('button', { name: '已记在纸上，下一步' }).click()

  const typed = dialog.getByLabel('恢复密钥', { exact: true })
  await expect(typed).toBeFocused()
  await typed.fill(fakeRecoveryKey.replace(/.$/, (last) => (last === '0' ? '1' : '0')))
  await dialog.getByRole('button', { name: '启用口令' }).click()
  await expect(dialog.getByRole('alert')).toContainText('恢复密钥不对')
  await expectAccessible(page)
  await typed.fill(fakeRecoveryKey.replace(/-/g, ' ').toLowerCase())
  await dialog.getByRole('button', { name: '启用口令' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(section).toContainText('已设口令（2026年1月5日')
  const steps = await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.calls.flatMap(({ channel, request }) => (channel === 'lock.setUp' ? [(request as { step: string }).step] : [])))
  expect(steps).toEqual(['begin', 'confirm', 'confirm'])
})

test('LOCK-14: put off at any step, nothing has changed', async ({ openPage, page }) => {
  await openPage('shelf')
  await openSettings(page)
  await page.getByRole('button', { name: '设口令…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('口令', { exact: true }).fill(word)
  await dialog.getByLabel('再输一遍', { exact: true }).fill(word)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByRole('button', { name: '已记在纸上，下一步' }).click()
  await dialog.getByRole('button', { name: '上一步' }).click()
  await expect(dialog.getByRole('list', { name: '恢复密钥' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('region', { name: '口令保护' })).toContainText('没有设口令')
})

test('LOCK-14: a passphrase is changed with the old one or the recovery key, and taken away', async ({ openPage, page }) => {
  await openPage('locked')
  await page.getByLabel('口令', { exact: true }).fill(word)
  await page.keyboard.press('Enter')
  await openSettings(page)
  await page.getByRole('button', { name: '换口令…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '忘了口令，用恢复密钥' }).click()
  await dialog.getByLabel('恢复密钥', { exact: true }).fill(fakeRecoveryKey)
  await dialog.getByLabel('新口令', { exact: true }).fill('另一个八字口令啊')
  await dialog.getByLabel('再输一遍', { exact: true }).fill('另一个八字口令啊')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '换口令' }).click()
  await expect(page.getByRole('status').filter({ hasText: '口令已换。' })).toBeVisible()

  await page.getByRole('button', { name: '取消口令…' }).click()
  await dialog.getByLabel('现在的口令', { exact: true }).fill(word)
  await dialog.getByRole('button', { name: '取消口令' }).click()
  await expect(dialog.getByRole('alert')).toContainText('口令不对')
  await dialog.getByLabel('现在的口令', { exact: true }).fill('另一个八字口令啊')
  await dialog.getByRole('button', { name: '取消口令' }).click()
  await expect(page.getByRole('region', { name: '口令保护' })).toContainText('没有设口令')
})

test('LOCK-14: while files are being locked it says how far it is, and what to do if it stopped', async ({ openPage, page }) => {
  await openPage('locked')
  await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.lock.tellWork({ kind: 'closing', done: 1200, total: 4800 }))
  await page.getByLabel('口令', { exact: true }).fill(word)
  await page.keyboard.press('Enter')
  await openSettings(page)
  const section = page.getByRole('region', { name: '口令保护' })
  await expect(section).toContainText('1200 / 4800 个文件')
  await expect(section.getByRole('button')).toHaveCount(0)
  await expectAccessible(page)
  await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.lock.tellWork(undefined))
  await expect(section.getByRole('button', { name: '换口令…' })).toBeVisible()
})

for (const [width, height] of [[960, 540], [1024, 700]] as const) {
  test(`LOCK-13: at ${width} × ${height} nothing is cut off where a passphrase is asked for`, async ({ openPage, page }) => {
    await page.setViewportSize({ width, height })
    await openPage('locked')
    for (const each of await page.getByRole('button').all()) await expect(each).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
}
