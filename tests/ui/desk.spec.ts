import type { CDPSession, Locator, Page } from '@playwright/test'
import { caretAtEnd } from './caret'
import { callsOf, expect, expectAccessible, test } from './fixtures'

/** The desk with a sample of 2025 on it. */
async function openSample(page: Page, title: RegExp = /清源县档案局2025年度档案工作总结/): Promise<Locator> {
  await page.getByText(title).first().click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  return editor
}

/** Number, a bar, and text of body paragraph `index` as they stand on the page. */
function paragraph(page: Page, index: number): Promise<string> {
  return page.locator('.page .para').nth(index).evaluate((element) => `${(element as HTMLElement).dataset['n'] ?? ''}|${element.textContent ?? ''}`)
}

/** An input method: every key of the pinyin, then the words that were chosen. */
async function compose(cdp: CDPSession, keys: readonly string[], words: string): Promise<void> {
  for (const text of keys) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await cdp.send('Input.insertText', { text: words })
}

const saves = async (page: Page): Promise<number> => (await callsOf(page)).filter(({ channel }) => channel === 'report.save').length

test.describe('typing', () => {
  test('EDIT-9: a typed 一、 becomes a level, everything below is numbered anew, and the outline follows', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const first = page.getByRole('treeitem').first()
    await expect(first).toHaveAccessibleName('一、主要工作情况')
    await caretAtEnd(page, 0)
    await page.keyboard.press('Enter')
    await page.keyboard.type('一、')
    await expect.poll(() => paragraph(page, 1)).toBe('一、|')
    await expect.poll(() => paragraph(page, 2)).toBe('二、|主要工作情况')
    await page.keyboard.insertText('总体情况')
    await expect(first).toHaveAccessibleName('一、总体情况')
    await expect(page.getByRole('treeitem').nth(1)).toHaveAccessibleName('二、主要工作情况')
  })

  test('EDIT-9: one undo gives the typed number back as text', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await caretAtEnd(page, 0)
    await page.keyboard.press('Enter')
    await page.keyboard.type('（二）')
    await expect.poll(() => paragraph(page, 1)).toBe('（一）|')
    await page.keyboard.type('ABC')
    await page.keyboard.press('Control+z')
    await expect.poll(() => paragraph(page, 1)).toBe('（一）|')
    await page.keyboard.press('Control+z')
    await expect.poll(() => paragraph(page, 1)).toBe('|（二）')
  })

  test('EDIT-11: more than a million characters are refused with a message, and the window goes on', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await caretAtEnd(page, 0)
    const before = await paragraph(page, 0)
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '总结经验。\n'.repeat(900_000))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(page.getByText(/超过 100 万字/)).toBeVisible()
    await expect.poll(() => paragraph(page, 0)).toBe(before)
  })

  test('EDIT-12: what was typed is saved within two seconds and said to be saved', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await caretAtEnd(page, 0)
    await page.keyboard.type('ABC')
    await expect(page.getByRole('status').first()).toContainText('有改动')
    await expect(page.getByRole('status').first()).toContainText('已保存')
    const last = (await callsOf(page)).filter(({ channel }) => channel === 'report.save').at(-1)
    expect(JSON.stringify(last?.request)).toContain('ABC')
  })

  test('EDIT-13: a failed save stays red, says what to do, and the next try saves', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await page.evaluate(() => (globalThis as unknown as { fake: { failCalls: (channel: string, error: unknown) => void } }).fake.failCalls('report.save', { code: 'diskFull' }))
    await caretAtEnd(page, 0)
    await page.keyboard.type('ABC')
    await expect(page.getByRole('status').first()).toContainText('未能保存')
    await page.getByRole('button', { name: '书架' }).click()
    await expect(page.getByRole('textbox', { name: '正文' })).toContainText('ABC')
    await page.evaluate(() => (globalThis as unknown as { fake: { failCalls: (channel: string, error: unknown) => void } }).fake.failCalls('report.save', null))
    await page.getByRole('button', { name: '再试一次' }).click()
    await expect(page.getByRole('status').first()).toContainText('已保存')
  })

  test('EDIT-11: pasted lines become levels, and nothing foreign comes in', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await caretAtEnd(page, 0)
    await page.keyboard.press('Enter')
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '一、抓好源头防控\n　　全年排查隐患36处。\n（一）压实责任。逐级签订责任书，任务到岗到人。')
      data.setData('text/html', '<p onclick="alert(1)">一、抓好源头防控</p><img src="https://example.invalid/x.png"><script>window.bad = 1</script>')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect.poll(() => paragraph(page, 1)).toBe('一、|抓好源头防控')
    await expect.poll(() => paragraph(page, 2)).toBe('|全年排查隐患36处。')
    await expect.poll(() => paragraph(page, 3)).toBe('（一）|压实责任。逐级签订责任书，任务到岗到人。')
    expect(await page.locator('.page img, .page script').count()).toBe(0)
  })
})

test.describe('input method', () => {
  test('EDIT-12: words composed in the middle of a paragraph arrive once, nothing is saved before they are chosen', async ({ openPage, context }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await caretAtEnd(page, 0)
    const cdp = await context.newCDPSession(page)
    const before = await saves(page)
    const keys = ['j', 'ji', 'jie', 'jieg', 'jiegu', 'jieguo']
    for (const text of keys) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await page.waitForTimeout(450)
    }
    expect(await saves(page), 'saves inside the composition').toBe(before)
    await cdp.send('Input.insertText', { text: '结果' })
    await expect.poll(() => paragraph(page, 0)).toMatch(/如下：结果$/)
    await expect.poll(() => saves(page)).toBeGreaterThan(before)
    await expect(page.getByRole('status').first()).toContainText('已保存')
  })

  test('EDIT-9: a number that was composed becomes a level only after the composition', async ({ openPage, context }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await caretAtEnd(page, 0)
    await page.keyboard.press('Enter')
    const cdp = await context.newCDPSession(page)
    await cdp.send('Input.imeSetComposition', { text: '一、', selectionStart: 2, selectionEnd: 2 })
    await page.waitForTimeout(200)
    expect(await paragraph(page, 1)).toBe('|一、')
    await cdp.send('Input.insertText', { text: '一、' })
    await expect.poll(() => paragraph(page, 1)).toBe('一、|')
    await compose(cdp, ['z', 'zo', 'zon', 'zong', 'zongt', 'zongti'], '总体')
    await expect.poll(() => paragraph(page, 1)).toBe('一、|总体')
  })

  for (const [name, index] of [['in body text', 0], ['in a heading', 1], ['in a run-in heading', 10]] as const) {
    test(`EDIT-10: many words composed one after the other ${name} stand as they were chosen`, async ({ openPage, context }) => {
      const page = await openPage('shelf')
      await openSample(page)
      await caretAtEnd(page, index)
      const before = await paragraph(page, index)
      const cdp = await context.newCDPSession(page)
      await compose(cdp, ['n', 'ni', 'nih', 'niha', 'nihao'], '你好')
      await compose(cdp, ['g', 'go', 'gon', 'gong', 'gongz', 'gongzu', 'gongzuo'], '工作')
      await compose(cdp, ['w', 'wa', 'wan'], '完')
      await expect.poll(() => paragraph(page, index)).toBe(`${before}你好工作完`)
    })
  }

  test('EDIT-3: a composition in an empty paragraph at the lower edge of the window loses no letter', async ({ openPage, context }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const count = await page.locator('.page .para').count()
    await caretAtEnd(page, count - 1)
    await page.keyboard.press('Enter')
    await page.locator('[data-sheet]').evaluate((sheet) => { sheet.scrollTop -= sheet.clientHeight / 2 - 30 })
    const cdp = await context.newCDPSession(page)
    await compose(cdp, ['z', 'zh', 'zha', 'zhan', 'zhang'], '章')
    await expect.poll(() => paragraph(page, count)).toBe('|章')
  })
})

test.describe('outline', () => {
  test('EDIT-16: a click goes to the place, and the section of the caret is marked', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const row = page.getByRole('treeitem', { name: '三、存在的问题' })
    await row.click()
    await expect(row).toHaveAttribute('aria-selected', 'true')
    const heading = page.locator('.page .para').filter({ hasText: '存在的问题' }).first()
    await expect(heading).toBeInViewport()
    const below = (): Promise<number> => heading.evaluate((element) => Math.abs(element.getBoundingClientRect().top - (element.closest('[data-sheet]')?.getBoundingClientRect().top ?? NaN)))
    await expect.poll(below).toBeLessThan(2)
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('treeitem', { selected: true })).not.toHaveAccessibleName('二、工作成效')
  })

  test('EDIT-16: the outline follows the page while it is scrolled, and the caret when it moves', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await page.getByRole('treeitem', { name: '（一）健全工作责任体系' }).click()
    const last = await page.locator('.page .para').filter({ hasText: '下一步工作打算' }).elementHandle()
    let turn = 0
    // A wheel goes on turning; what comes right after the click is the page's own scrolling.
    await expect.poll(async () => {
      turn += 1
      await page.locator('[data-sheet]').evaluate((sheet, { heading, turn }) => { sheet.scrollTop += (heading as HTMLElement).getBoundingClientRect().top - sheet.getBoundingClientRect().top - 8 - (turn % 3) }, { heading: last, turn })
      await page.waitForTimeout(50)
      return page.locator('[role="treeitem"][aria-selected="true"] span[title]').first().textContent()
    }).toBe('四、下一步工作打算')
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+Home')
    await expect(page.getByRole('treeitem', { selected: true })).toHaveAccessibleName('（一）健全工作责任体系')
  })

  test('EDIT-8: a section is moved from the outline by the keys and taken back by one undo', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const names = () => page.getByRole('treeitem', { level: 1 }).evaluateAll((rows) => rows.map((row) => row.querySelector('span[title]')?.textContent))
    const before = await names()
    const row = page.getByRole('treeitem', { name: '三、存在的问题' })
    await row.focus()
    await row.press('Alt+Shift+ArrowUp')
    await expect.poll(names).toEqual(['一、主要工作情况', '二、存在的问题', '三、工作成效', '四、下一步工作打算'])
    await page.getByRole('textbox', { name: '正文' }).focus()
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(before)
  })

  test('EDIT-16: arrows open, close and walk the tree; F2 renames in place', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const row = page.getByRole('treeitem', { name: '一、主要工作情况' })
    const all = await page.getByRole('treeitem').count()
    await row.focus()
    await row.press('ArrowLeft')
    await expect(row).toHaveAttribute('aria-expanded', 'false')
    await expect.poll(() => page.getByRole('treeitem').count()).toBeLessThan(all)
    await row.press('ArrowRight')
    await expect(page.getByRole('treeitem')).toHaveCount(all)
    await row.press('F2')
    await page.getByRole('textbox', { name: '标题文字' }).fill('主要工作和做法')
    await page.keyboard.press('Enter')
    await expect.poll(() => paragraph(page, 1)).toBe('一、|主要工作和做法')
  })
})

test('EDIT-8: the right button offers what can be done with a section, with its keys', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await page.getByRole('treeitem', { name: '三、存在的问题' }).click({ button: 'right' })
  const menu = page.getByRole('menu', { name: '存在的问题' })
  await expect(menu).toContainText('Alt+Shift+↑')
  await menu.getByRole('menuitem', { name: /整节上移/ }).click()
  await expect(page.getByRole('treeitem', { name: '二、存在的问题' })).toBeVisible()
  await page.getByRole('treeitem', { name: '二、存在的问题' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /改标题/ }).click()
  await page.keyboard.type('问题和不足')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { name: '二、问题和不足' })).toBeVisible()
  await page.getByRole('treeitem', { name: '三、工作成效' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /作为条款/ }).click()
  await expect(page.locator('.page .form-clause')).toHaveText('工作成效')
  await page.getByRole('treeitem', { name: '三、工作成效' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: /作为标题/ }).click()
  await expect(page.locator('.page .form-clause')).toHaveCount(0)
})

test('EDIT-16: the outline can be put away and brought back', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await page.getByRole('button', { name: '收起提纲' }).click()
  await expect(page.getByRole('tree')).toHaveCount(0)
  await page.getByRole('button', { name: '展开提纲' }).click()
  await expect(page.getByRole('tree')).toBeVisible()
})

test('EDIT-15: find shows the next place, around the end', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill('数字化')
  await page.keyboard.press('Enter')
  await expect(page.locator('.found-current')).toBeInViewport()
  await page.getByRole('textbox', { name: '查找' }).fill('没有这几个字')
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有找到', { exact: true })).toBeVisible()
})

test('EDIT-5: another numbering numbers the whole report anew at once', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await page.getByRole('button', { name: /材料信息/ }).click()
  await page.getByLabel('编号方式').selectOption('decimal')
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  await expect.poll(() => paragraph(page, 1)).toMatch(/^1\s+\|主要工作情况$/)
})

test('EDIT-1: a line that import set aside is put back into the text, and an undo sets it aside again', async ({ openPage }) => {
  const page = await openPage('dirty')
  await openSample(page, /安全工作总结/)
  await expect(page.getByText('导入时搁置了 2 行')).toBeVisible()
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByRole('button', { name: '放回正文' }).first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText('wenku888')
  await expect(page.getByText('导入时搁置了 1 行')).toBeVisible()
  await page.getByRole('textbox', { name: '正文' }).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('textbox', { name: '正文' })).not.toContainText('wenku888')
  await expect(page.getByText('导入时搁置了 2 行')).toBeVisible()
})

test('PRINT-11: signature and date stand on the page where the Word file has them', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  /** 字 between the right edge of the text area and the end of the line, and where the line begins. */
  const edges = (place: string) => page.locator(`.place-${place}`).first().evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const text = range.getBoundingClientRect()
    const zi = Number.parseFloat(getComputedStyle(element).fontSize)
    return { right: (element.getBoundingClientRect().right - text.right) / zi, left: text.left / zi }
  })
  const signature = await edges('signature')
  const date = await edges('date')
  expect(signature.right).toBeCloseTo(2, 0)
  expect(Math.abs(date.left - signature.left - 2), 'the date begins 2 字 right of the signature').toBeLessThan(0.6)
})

test('UI-1: the desk is accessible, light and dark', async ({ openPage }) => {
  const page = await openPage('shelf')
  await openSample(page)
  await expectAccessible(page)
  await page.evaluate(() => { document.documentElement.dataset['theme'] = 'dark' })
  await expectAccessible(page)
})
