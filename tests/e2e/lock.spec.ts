/** 口令 in the real program: set up, restart, open with the passphrase and with the recovery key, take away. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, launchAndu, readyPage, test } from './fixtures'

const word = '青山绿水2026'

async function lockedFiles(folder: string): Promise<{ readonly locked: number; readonly plain: readonly string[] }> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name))
  const heads = await Promise.all(names.map(async (name) => (await readFile(name)).subarray(0, 12).toString('latin1')))
  return { locked: heads.filter((head) => head === 'ANDU LOCKED ').length, plain: names.filter((_, index) => heads[index] !== 'ANDU LOCKED ').map((name) => path.relative(folder, name)) }
}

async function settings(page: Page) {
  await page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: '设置' }).click()
  return page.getByRole('region', { name: '口令保护' })
}

test('LOCK-14: a passphrase is set up, asked for at the next start, opened by the recovery key, and taken away', async ({ userData }) => {
  const data = path.join(userData, 'data')
  let app: ElectronApplication = await launchAndu({ userData })
  let page = await readyPage(app)
  const rows = await page.getByRole('table').getByRole('row').allTextContents()
  let section = await settings(page)
  await section.getByRole('button', { name: '设口令…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('口令', { exact: true }).fill(word)
  await dialog.getByLabel('再输一遍', { exact: true }).fill(word)
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: '下一步' }).click()
  const recoveryKey = (await dialog.getByRole('list', { name: '恢复密钥' }).getByRole('listitem').allTextContents()).join('-')
  expect((await lockedFiles(data)).locked).toBe(0)
  await dialog.getByRole('button', { name: '已记在纸上，下一步' }).click()
  await dialog.getByLabel('恢复密钥', { exact: true }).fill(recoveryKey)
  await dialog.getByRole('button', { name: '启用口令' }).click()
  await expect(section.getByRole('button', { name: '换口令…' })).toBeVisible({ timeout: 30_000 })
  await app.close()

  const found = await lockedFiles(data)
  expect(found.locked).toBeGreaterThan(3)
  expect([...new Set(found.plain.map((name) => name.split(path.sep)[0]))].filter((part) => part !== 'andu' && part !== 'lock' && part !== 'leases' && part !== 'log')).toEqual([])

  app = await launchAndu({ userData })
  page = await readyPage(app)
  await page.getByLabel('口令', { exact: true }).fill('不是这个口令')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('口令不对')
  await page.getByLabel('口令', { exact: true }).fill(word)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table')).toBeVisible()
  expect(await page.getByRole('table').getByRole('row').allTextContents()).toEqual(rows)
  await app.close()

  app = await launchAndu({ userData })
  page = await readyPage(app)
  await page.getByRole('button', { name: '忘了口令，用恢复密钥' }).click()
  await page.getByLabel('恢复密钥', { exact: true }).fill(recoveryKey)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table')).toBeVisible()
  section = await settings(page)
  await section.getByRole('button', { name: '取消口令…' }).click()
  await page.getByRole('dialog').getByLabel('现在的口令', { exact: true }).fill(word)
  await page.getByRole('dialog').getByRole('button', { name: '取消口令' }).click()
  await expect(section.getByRole('button', { name: '设口令…' })).toBeVisible({ timeout: 30_000 })
  await app.close()
  expect((await lockedFiles(data)).locked).toBe(0)
})

test('LOCK-3: what the keys are made of works inside Electron, and what does not is not used', async ({ app }) => {
  const result = await app.evaluate(() => {
    const crypto = process.mainModule?.require('node:crypto') as typeof import('node:crypto')
    const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
    const cipher = crypto.createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12))
    cipher.setAAD(Buffer.from('a'))
    const sealed = Buffer.concat([cipher.update(Buffer.alloc(16)), cipher.final(), cipher.getAuthTag()])
    const throws = (work: () => unknown): boolean => {
      try {
        work()
        return false
      } catch {
        return true
      }
    }
    return {
      scrypt: hex(crypto.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 })),
      dear: crypto.scryptSync('x', Buffer.alloc(16), 32, { N: 65_536, r: 8, p: 1, maxmem: 256 * 65_536 * 8 }).length,
      hmac: hex(crypto.createHmac('sha256', Buffer.alloc(20, 0x0b)).update('Hi There').digest()),
      sealed: hex(sealed),
      isSm3Missing: throws(() => crypto.createHash('sm3')),
    }
  })
  expect(result.scrypt).toBe('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162' + '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640')
  expect(result.dear).toBe(32)
  expect(result.hmac).toBe('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7')
  expect(result.sealed.slice(0, 32)).toBe('cea7403d4d606b6e074ec5d3baf39d18')
  // The control: Electron's library is not that of Node, where this one is.
  expect(result.isSm3Missing).toBe(true)
})
