import { expect, launchAndu, readyPage, test } from './fixtures'
import { Rooms } from './rooms'

test('SEC-10: what was typed last, through an input method, is on the disk when the window has closed', async ({ userData }) => {
  const first = await launchAndu({ userData })
  const page = await readyPage(first)
  await page.getByRole('button', { name: '打开范例' }).click()
  const heading = page.getByRole('tree', { name: '提纲' }).getByRole('treeitem').nth(1)
  await heading.click()
  await page.getByRole('textbox', { name: '正文' }).press('End')
  const cdp = await page.context().newCDPSession(page)
  for (const text of ['z', 'zh', 'zhu', 'zhua']) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await cdp.send('Input.insertText', { text: '抓' })
  await page.keyboard.insertText('实末尾')
  const closed = first.waitForEvent('close')
  await first.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]!.close() })
  await closed

  const second = await launchAndu({ userData })
  const again = await readyPage(second)
  await new Rooms(again).go('书架')
  await again.getByRole('searchbox').or(again.getByRole('textbox', { name: '在所有年度中查找' })).first().fill('抓实末尾')
  await expect(again.getByText('抓实末尾').first()).toBeVisible()
  await second.close()
})
