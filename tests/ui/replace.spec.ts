import type { Locator, Page } from '@playwright/test'
import { callsOf, expect, expectAccessible, test } from './fixtures'

async function openSample(page: Page): Promise<Locator> {
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  return editor
}

const words = (page: Page): Locator => page.getByRole('textbox', { name: '查找', exact: true })
const bar = (page: Page): Locator => page.getByRole('search', { name: '查找和替换' })
const textOf = (page: Page): Promise<string> => page.locator('.page').evaluate((element) => element.textContent ?? '')
const countOf = (text: string, part: string): number => text.split(part).length - 1

test.describe('find', () => {
  test('FIND-6: every place is marked and counted while the words are typed', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const all = countOf(await textOf(page), '档案')
    expect(all).toBeGreaterThan(3)
    await page.keyboard.press('Control+f')
    await expect(words(page)).toBeFocused()
    await page.keyboard.type('档案')
    await expect(bar(page).getByRole('status')).toHaveText(`第 1 处/共 ${all} 处`)
    await expect(page.locator('.place-title .found-current')).toHaveText('档案')
    const seen = await page.locator('.page .para').first().evaluate((first) => (first.textContent ?? '').split('档案').length - 1)
    await expect(page.locator('.page .para').first().locator('.found')).toHaveCount(seen)
    await page.locator('.place-signature').scrollIntoViewIfNeeded()
    await expect(page.locator('.place-signature .found')).toHaveText('档案')
    await expectAccessible(page)
  })

  test('FIND-7: Enter and F3 go on, Shift goes back, Escape leaves the caret at the place', async ({ openPage }) => {
    const page = await openPage('shelf')
    const editor = await openSample(page)
    const all = countOf(await textOf(page), '档案')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('档案')
    const status = bar(page).getByRole('status')
    await page.keyboard.press('Enter')
    await expect(status).toHaveText(`第 2 处/共 ${all} 处`)
    await page.keyboard.press('F3')
    await expect(status).toHaveText(`第 3 处/共 ${all} 处`)
    for (let index = 0; index < 3; index += 1) await page.keyboard.press('Shift+Enter')
    await expect(status).toHaveText(`第 ${all} 处/共 ${all} 处`)
    await expect(page.locator('.found-current')).toBeInViewport()
    await page.keyboard.press('Escape')
    await expect(editor).toBeFocused()
    await expect(bar(page)).toHaveCount(0)
    await expect(page.locator('.found')).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('档案')
    await page.keyboard.press('Shift+F3')
    await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('档案')
  })

  test('FIND-1: width makes no difference until it is asked for', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await page.keyboard.press('Control+f')
    await words(page).fill('２０２５年')
    await expect(page.locator('.found').first()).toHaveText('2025年')
    await page.getByRole('button', { name: '区分全半角' }).click()
    await expect(bar(page).getByText('没有找到')).toBeVisible()
  })

  test('FIND-7: nothing is looked for while the words are being composed', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await page.keyboard.press('Control+f')
    await words(page).fill('档案')
    await expect(page.locator('.found').first()).toBeVisible()
    const before = await page.locator('.found').count()
    const cdp = await page.context().newCDPSession(page)
    for (const text of ['g', 'go', 'gon']) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await expect(page.locator('.found')).toHaveCount(before)
    await cdp.send('Input.insertText', { text: '工作' })
    await expect(words(page)).toHaveValue('档案工作')
    await expect(page.locator('.found').first()).toHaveText('档案工作')
  })
})

test('FIND-6: places follow what is composed on the page, once it is composed', async ({ openPage }) => {
  const page = await openPage('shelf')
  const editor = await openSample(page)
  const all = countOf(await textOf(page), '档案')
  await page.keyboard.press('Control+f')
  await words(page).fill('档案')
  await expect(page.locator('.found-current')).toBeVisible()
  await expect(page.locator('.found').first()).toBeVisible()
  const marked = await page.locator('.found').count()
  await editor.focus()
  await page.keyboard.press('ArrowRight')
  const cdp = await page.context().newCDPSession(page)
  for (const text of ['d', 'da', 'dang', 'dangan']) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await expect(page.locator('.found')).toHaveCount(marked)
  await cdp.send('Input.insertText', { text: '档案' })
  await expect(page.locator('.found')).toHaveCount(marked + 1)
  await expect(bar(page).getByRole('status')).toContainText(`共 ${all + 1} 处`)
  expect(countOf(await textOf(page), '档案')).toBe(all + 1)
})

test.describe('replace', () => {
  test('FIND-9: all places are replaced as one step, and the toast takes it back', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const before = await textOf(page)
    const all = countOf(before, '档案')
    await page.keyboard.press('Control+h')
    await words(page).fill('档案')
    await page.getByRole('textbox', { name: '替换为' }).fill('案卷')
    await bar(page).getByRole('button', { name: `全部替换（${all} 处）` }).click()
    expect(countOf(await textOf(page), '案卷')).toBe(all)
    await page.getByRole('button', { name: '撤销', exact: true }).last().click()
    await expect.poll(() => textOf(page)).toBe(before)
    await expect.poll(async () => (await callsOf(page)).some(({ channel }) => channel === 'report.save')).toBe(true)
  })

  test('FIND-10: what is unticked in the list stays', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const all = countOf(await textOf(page), '档案')
    await page.keyboard.press('Control+h')
    await words(page).fill('档案')
    await page.getByRole('textbox', { name: '替换为' }).fill('案卷')
    await bar(page).getByRole('button', { name: '预览' }).click()
    const rows = page.getByRole('list', { name: '将要替换的各处' }).getByRole('listitem')
    await expect(rows).toHaveCount(all)
    await expect(rows.first()).toContainText('标题')
    await rows.first().getByRole('checkbox').uncheck()
    await expectAccessible(page)
    await rows.nth(2).getByRole('button').click()
    await expect(bar(page).getByRole('status')).toHaveText(`第 3 处/共 ${all} 处`)
    await bar(page).getByRole('button', { name: `全部替换（${all - 1} 处）` }).click()
    await expect(page.locator('.place-title')).toContainText('档案')
    expect(countOf(await textOf(page), '案卷')).toBe(all - 1)
  })

  test('FIND-9: one after the other, by keyboard alone', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const all = countOf(await textOf(page), '档案')
    await page.keyboard.press('Control+h')
    await page.keyboard.type('档案')
    await page.getByRole('textbox', { name: '替换为' }).focus()
    await page.keyboard.type('案卷')
    await page.keyboard.press('Enter')
    await expect(bar(page).getByRole('status')).toHaveText(`第 1 处/共 ${all - 1} 处`)
    await page.keyboard.press('Enter')
    expect(countOf(await textOf(page), '案卷')).toBe(2)
  })
})

test.describe('replace in many reports', () => {
  const list = (page: Page): Locator => page.getByRole('group', { name: '将要替换的各处' })

  async function showAll(page: Page, scope: string): Promise<void> {
    await openSample(page)
    await page.keyboard.press('Control+h')
    await words(page).fill('清源县')
    await page.getByRole('textbox', { name: '替换为' }).fill('青源县')
    await page.getByLabel('范围').selectOption(scope)
  }

  test('FIND-11: the places stand by report, a filed one is named and left alone, and 全部撤回 takes all of it back', async ({ openPage }) => {
    const page = await openPage('shelf')
    await showAll(page, 'all')
    await expect(list(page).getByText('正在写的材料')).toBeVisible()
    await expect(list(page).getByText('这份材料已经归档，不能再改。').first()).toBeVisible()
    await expect(list(page).locator('section').first().getByRole('checkbox').first()).toBeChecked()
    await expectAccessible(page)
    const before = await textOf(page)
    const button = bar(page).getByRole('button', { name: /^全部替换（\d+ 处）$/ })
    const name = await button.textContent() ?? ''
    await list(page).locator('section').nth(1).getByRole('checkbox').first().uncheck()
    await expect(button).not.toHaveText(name)
    await button.click()
    await expect(bar(page).getByText(/^已替换 \d+ 处，涉及 \d+ 份材料。$/)).toBeVisible()
    await expect(page.locator('.place-title')).toContainText('青源县')
    await expectAccessible(page)
    await bar(page).getByRole('button', { name: '全部撤回' }).click()
    await expect(bar(page).getByText(/^已撤回 \d+ 份。$/)).toBeVisible()
    await expect.poll(() => textOf(page)).toBe(before)
    const replaced = (await callsOf(page)).filter(({ channel }) => channel === 'library.replace' || channel === 'library.takeBack').map(({ request }) => (request as { reports: readonly unknown[] }).reports.length)
    expect(replaced[0]).toBeGreaterThan(0)
    expect(replaced[1]).toBe(replaced[0])
  })

  test('FIND-12: what changed after it was shown is left alone and named', async ({ openPage }) => {
    const page = await openPage('shelf')
    await showAll(page, 'year')
    await expect(list(page).locator('section').nth(1)).toBeVisible()
    await page.evaluate(async () => {
      const { reports } = await ask('library.previewReplace', { query: { words: '清源县', matchWidth: false, matchCase: false, wholeWord: false }, scope: { kind: 'year', year: 2025 } }) as { reports: { id: string; title: string }[] }
      const other = reports.find(({ title }) => title.includes('安全')) ?? reports[1]
      const { report, generation } = await ask('report.open', { id: other?.id }) as { report: object; generation: number }
      await ask('report.save', { report: { ...report, note: '又改过' }, base: generation, cause: 'auto' })
      async function ask(channel: string, request: unknown): Promise<unknown> {
        return (await (globalThis as unknown as { api: { call: (channel: string, request: unknown) => Promise<{ value: unknown }> } }).api.call(channel, request)).value
      }
    })
    await bar(page).getByRole('button', { name: /^全部替换（\d+ 处）$/ }).click()
    await expect(bar(page).getByText('1 份没有动：')).toBeVisible()
    await expect(bar(page).getByText('这份材料之后又改过，没有动它。')).toBeVisible()
    await bar(page).getByRole('button', { name: '完成' }).click()
    await expect(list(page)).toBeVisible()
  })

  test('FIND-13: what was written on after the replacement is not taken back, and that is told', async ({ openPage }) => {
    const page = await openPage('shelf')
    await showAll(page, 'year')
    await expect(list(page).locator('section').nth(1)).toBeVisible()
    await bar(page).getByRole('button', { name: /^全部替换（\d+ 处）$/ }).click()
    await expect(bar(page).getByRole('button', { name: '全部撤回' })).toBeVisible()
    await page.getByRole('textbox', { name: '正文' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('加')
    await bar(page).getByRole('button', { name: '全部撤回' }).click()
    await expect(bar(page).getByText('1 份之后又有改动，没有撤回：')).toBeVisible()
    await expect(page.locator('.place-title')).toContainText('青源县')
  })
})
