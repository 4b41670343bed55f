import type { Locator, Page } from '@playwright/test'
import { callsOf, expect, expectAccessible, test } from './fixtures'
import type { FakeWindow } from './fakePage'

async function openDesk(page: Page): Promise<Locator> {
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  return editor
}

/** The caret at the end of the first body paragraph, and that paragraph. */
async function caretInBody(editor: Locator): Promise<Locator> {
  const paragraph = editor.locator('.para').first()
  const { width, height } = (await paragraph.boundingBox())!
  await paragraph.click({ position: { x: width - 4, y: height - 6 } })
  await paragraph.page().keyboard.press('End')
  return paragraph
}

async function openPanel(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+Shift+e')
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await panel.getByRole('group', { name: '侧栏' }).getByRole('button', { name: '素材' }).click()
  await expect(panel.getByRole('region', { name: '开头语' })).toBeVisible()
  return panel
}

test('PHRASE-4: Ctrl+J opens a list at the caret; typing narrows it down, Enter inserts as one step, Escape leaves everything as it was', async ({ openPage }) => {
  const page = await openPage('shelf')
  const editor = await openDesk(page)
  const paragraph = await caretInBody(editor)
  const before = await paragraph.textContent() ?? ''

  await page.keyboard.press('Control+j')
  const chooser = page.getByRole('dialog', { name: '插入素材' })
  await expect(chooser.getByRole('option').first()).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(chooser).toHaveCount(0)
  await expect(editor).toBeFocused()
  await page.keyboard.insertText('甲')
  await expect(paragraph).toHaveText(`${before}甲`)

  await page.keyboard.press('Control+j')
  await page.keyboard.insertText('特此')
  await expect(chooser.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(paragraph).toHaveText(`${before}甲特此报告。`)
  await expect(editor).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(paragraph).toHaveText(`${before}甲`)
  expect((await callsOf(page)).filter(({ channel }) => channel === 'phrases.change').map(({ request }) => request)).toEqual([expect.objectContaining({ kind: 'used' })])
})

test('PHRASE-4: inside a composition the key does nothing, and Enter of the composition chooses nothing', async ({ openPage }) => {
  const page = await openPage('shelf')
  const editor = await openDesk(page)
  await caretInBody(editor)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 })
  await editor.evaluate((element) => element.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', ctrlKey: true, isComposing: true, bubbles: true, cancelable: true })))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await cdp.send('Input.insertText', { text: '你' })

  await page.keyboard.press('Control+j')
  const words = page.getByRole('combobox', { name: '查找素材' })
  await expect(words).toBeFocused()
  await cdp.send('Input.imeSetComposition', { text: 'te', selectionStart: 2, selectionEnd: 2 })
  await words.evaluate((element) => element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true, cancelable: true })))
  await expect(page.getByRole('dialog', { name: '插入素材' })).toBeVisible()
  await cdp.send('Input.insertText', { text: '特此' })
  await expect(page.getByRole('option')).toHaveCount(1)
})

test('PHRASE-2: the panel by keyboard: find, insert, change, delete and take back', async ({ openPage }) => {
  const page = await openPage('shelf')
  const editor = await openDesk(page)
  const paragraph = await caretInBody(editor)
  const before = await paragraph.textContent() ?? ''
  const panel = await openPanel(page)
  await expectAccessible(page)

  await panel.getByRole('searchbox', { name: '查找素材' }).fill('批评指正')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(paragraph).toHaveText(`${before}以上报告，如有不妥，请批评指正。`)
  await expect(editor).toBeFocused()

  await panel.getByRole('searchbox').fill('批评指正')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('F2')
  const form = panel.getByRole('form', { name: '修改素材' })
  await expect(form.getByLabel('内容')).toBeFocused()
  await form.getByLabel('内容').fill('以上如有不当，请批评指正。')
  await form.getByLabel('备注').fill('上行文')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(form).toHaveCount(0)
  const row = panel.getByRole('listitem').filter({ hasText: '以上如有不当' })
  await expect(row).toContainText('上行文')

  await row.getByRole('button', { name: /以上如有不当/ }).focus()
  await page.keyboard.press('Delete')
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: '撤销', exact: true }).last().click()
  await expect(row).toHaveCount(1)
})

test('PHRASE-2: one key takes the selection into the library, once', async ({ openPage }) => {
  const page = await openPage('shelf')
  const editor = await openDesk(page)
  await caretInBody(editor)
  await page.keyboard.press('Shift+Home')
  await page.keyboard.press('Control+Shift+j')
  await expect(page.getByText(/^已收进素材/)).toBeVisible()
  await page.getByRole('button', { name: '查看' }).click()
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await expect(panel.getByRole('region', { name: '开头语' }).getByRole('listitem')).toHaveCount(8)
  await page.keyboard.press('Control+Shift+j')
  await expect(page.getByText('素材里已经有这一条。')).toBeVisible()
})

test('PHRASE-2: categories change their order and their name; a phrase is dragged into the text', async ({ openPage }) => {
  const page = await openPage('shelf')
  const editor = await openDesk(page)
  const paragraph = await caretInBody(editor)
  const panel = await openPanel(page)
  const names = (): Promise<string[]> => panel.getByRole('heading').allTextContents()
  expect((await names()).slice(0, 2)).toEqual(['开头语', '过渡语'])
  await panel.getByRole('button', { name: '“过渡语”类别的操作' }).click()
  await page.getByRole('menuitem', { name: '上移' }).click()
  await expect.poll(async () => (await names()).slice(0, 2)).toEqual(['过渡语', '开头语'])
  await panel.getByRole('button', { name: '“过渡语”类别的操作' }).click()
  await page.getByRole('menuitem', { name: '改名' }).click()
  await page.keyboard.insertText('承上启下')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await names())[0]).toBe('承上启下')

  await panel.getByRole('button', { name: /^具体做法主要有以下几点：/ }).dragTo(paragraph, { targetPosition: { x: 120, y: 10 } })
  await expect(paragraph).toContainText('具体做法主要有以下几点：')
  await expect.poll(async () => (await callsOf(page)).some(({ channel, request }) => channel === 'phrases.change' && (request as { kind: string }).kind === 'used')).toBe(true)
})

test('PHRASE-5: a file comes in, what is there already is told, and what is no file of phrases is refused with what to do', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openDesk(page)
  const panel = await openPanel(page)
  const choose = async (item: RegExp): Promise<void> => {
    await panel.getByRole('button', { name: '更多', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const give = (text: string): Promise<void> => page.evaluate((content) => (globalThis as unknown as FakeWindow).fake.chooseFiles([{ name: '同事的素材.txt', bytes: new TextEncoder().encode(content) }]), text)
  await give('【同事的】\n迎难而上、善作善成。\n特此报告。\n')
  await choose(/导入素材文件/)
  await expect(page.getByText('从“同事的素材.txt”导入了 1 条素材，另有 1 条原来就有。')).toBeVisible()
  await expect(panel.getByRole('region', { name: '同事的' }).getByRole('listitem')).toHaveCount(1)
  await give('长'.repeat(600))
  await choose(/导入素材文件/)
  await expect(page.getByText(/第 1 行超过 500 字，不像素材文件/)).toBeVisible()
  await choose(/导出全部素材/)
  await expect(page.getByText('已导出“素材.txt”，在“文档”里。')).toBeVisible()
})

test('PHRASE-6: what the finished reports share is taken in or put away by two keys, and putting away can be taken back', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.evaluate(async () => {
    const { bridge } = (globalThis as unknown as FakeWindow).fake
    for (const year of [2022, 2023]) {
      const made = await bridge.call('import.text', { year, text: `清源县档案局${year}年度工作总结\n一、主要工作\n大力推行一次办结制度，方便群众查阅利用档案。\n定期开展库房安全检查，及时消除各类隐患。\n清源县档案局\n${year + 1}年1月5日` })
      if (made.ok) await bridge.call('report.setState', { id: made.value.imported[0]!.id, state: 'final' })
    }
  })
  await openDesk(page)
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: '建议', exact: true }).click()
  const list = panel.getByRole('list', { name: '建议收进的素材' })
  await expect(list.getByRole('listitem').filter({ hasText: '一次办结' })).toContainText('2022、2023年')
  await expectAccessible(page)
  const count = await list.getByRole('listitem').count()
  await list.getByRole('button', { name: /^大力推行一次办结/ }).focus()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('listitem')).toHaveCount(count - 1)
  const other = list.getByRole('button', { name: /^定期开展库房/ })
  await other.focus()
  await page.keyboard.press('Delete')
  await expect(other).toHaveCount(0)
  await page.getByRole('button', { name: '撤销', exact: true }).last().click()
  await expect(other).toHaveCount(1)
  await panel.getByRole('button', { name: '全部', exact: true }).click()
  await expect(panel.getByRole('region', { name: '主要做法' })).toContainText('大力推行一次办结制度')
})
