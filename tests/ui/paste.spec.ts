import type { Page } from '@playwright/test'
import { caretAtEnd } from './caret'
import { expect, expectAccessible, test } from './fixtures'
import { pageEffort } from './pageEffort'

async function openSample(page: Page): Promise<void> {
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  await caretAtEnd(page, 0)
  await page.keyboard.press('Enter')
}

/** Pastes when the editor knows of the caret, as a hand on the keys would: it hears of it a moment after the key that moved it. */
async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(async ([plain, rich]) => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))
    const data = new DataTransfer()
    data.setData('text/plain', plain)
    if (rich !== '') data.setData('text/html', rich)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, [text, html] as const)
}

const paragraphs = (page: Page, count: number): Promise<readonly string[]> => page.locator('.page .para').evaluateAll((all, last) => all.slice(1, 1 + last).map((element) => `${(element as HTMLElement).dataset['n'] ?? ''}|${element.textContent ?? ''}`), count)

const rich = '<h2>抓好源头防控</h2><p style="color:red">全年<b>排查</b>隐患36处<span style="display:none">暗记</span>，<a href="https://example.invalid/a">整改</a>36处。</p><img src="https://example.invalid/x.png" alt="照片" onerror="window.bad=1"><script>window.bad = 1</script><link rel=stylesheet href="https://example.invalid/s.css"><table><tr><th>单位<th>处数</tr><tr><td>县局<td>36</tr></table><p>完\u200b成。</p>'
const plain = '抓好源头防控\n全年排查隐患36处，整改36处。\n单位\t处数\n县局\t36\n完成。'

test.describe('paste', () => {
  test('PASTE-7: what came in and what was left out stands in a line, can be looked at, and is taken back in one step', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const before = await page.locator('.page').textContent()
    await paste(page, plain, rich)
    expect((await paragraphs(page, 2))).toEqual(['一、|抓好源头防控', '|全年排查隐患36处，整改36处。'])
    await expect(page.locator('.page table td')).toHaveText(['单位', '处数', '县局', '36'])
    await expect(page.getByText('已粘贴', { exact: false })).toContainText('隐藏文字 1 处、链接 1 处、图片 1 张、看不见的字符 1 个')
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page.getByRole('list', { name: '粘贴时去掉的内容' })).toContainText('暗记')
    await expectAccessible(page)
    await page.getByRole('button', { name: '撤销', exact: true }).last().click()
    await expect.poll(() => page.locator('.page').textContent()).toBe(before)
    await expect(page.getByText('已粘贴')).toHaveCount(0)
  })

  test('PICTURE-2: a picture in the clipboard that is none is refused with a word', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const before = await page.locator('.page').textContent()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'image.png', { type: 'image/png' }))
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(page.getByText(/不是能插入的图片/)).toBeVisible()
    await expect.poll(() => page.locator('.page').textContent()).toBe(before)
  })

  test('PASTE-6: right after a paste its text alone can be had', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await paste(page, '一、抓源头\n做法。', '<p><b>一、抓源头</b></p><p>做法。</p>')
    await expect.poll(() => paragraphs(page, 2)).toEqual(['一、|抓源头', '|做法。'])
    await page.getByRole('button', { name: '只留文字' }).click()
    await expect.poll(() => paragraphs(page, 2)).toEqual(['|一、抓源头', '|做法。'])
    await page.keyboard.press('Control+z')
    await expect.poll(() => paragraphs(page, 1)).toEqual(['|'])
  })

  test('PASTE-6: Ctrl+Shift+V brings in the text alone', async ({ openPage, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await openPage('shelf')
    await openSample(page)
    await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob(['一、抓源头\n做法。'], { type: 'text/plain' }), 'text/html': new Blob(['<p>一、<b>抓源头</b></p><p>做法。</p>'], { type: 'text/html' }) })]))
    await page.keyboard.press('Control+Shift+v')
    await expect.poll(() => paragraphs(page, 2)).toEqual(['|一、抓源头', '|做法。'])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+v')
    await expect.poll(() => paragraphs(page, 2)).toEqual(['一、|抓源头', '|做法。'])
  })

  test('PASTE-10: nothing of a paste is run or fetched; the count of requests does see one', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await paste(page, plain, rich)
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => (globalThis as { bad?: number }).bad)).toBeUndefined()
    expect(asked.filter((url) => url.includes('example.invalid'))).toEqual([])
    await page.evaluate(() => { const image = document.createElement('img'); image.src = '/index.html?control'; document.body.append(image) })
    await expect.poll(() => asked.filter((url) => url.includes('?control')).length).toBe(1)
  })

  test('PASTE-8: a copy holds its numbers for others, and comes back without them', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await paste(page, '一、抓源头\n做法。\n二、抓整改\n做法二。')
    await page.evaluate(() => {
      const paragraphs = [...document.querySelectorAll('.page .para')].slice(1, 4)
      document.querySelector<HTMLElement>('.page')?.closest<HTMLElement>('[data-editor]')?.focus()
      const range = document.createRange()
      range.setStart(paragraphs[0]?.firstChild ?? document, 0)
      range.setEndAfter(paragraphs[2]?.lastChild ?? document)
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
    })
    const copy = (): Promise<{ text: string; html: string }> => page.evaluate(() => {
      const data = new DataTransfer()
      document.querySelector('.page')?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      return { text: data.getData('text/plain'), html: data.getData('text/html') }
    })
    // The editor takes the selection over a moment later.
    await expect.poll(async () => (await copy()).text).not.toBe('')
    const copied = await copy()
    expect(copied.text).toBe('一、抓源头\n做法。\n二、抓整改')
    expect(copied.html).toContain('>一、</span>')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.evaluate(() => getSelection()?.isCollapsed)).toBe(true)
    const before = await page.locator('.page .para').count()
    await page.keyboard.press('Enter')
    await expect(page.locator('.page .para')).toHaveCount(before + 1)
    await paste(page, copied.text, copied.html)
    await expect.poll(async () => (await paragraphs(page, 6)).slice(3)).toEqual(['三、|抓源头', '|做法。', '四、|抓整改'])
  })

  test('TABLE-6: cells go into a table from the caret on, and it grows', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await paste(page, '甲\t乙\n丙\t丁')
    await page.locator('.page td').nth(3).click()
    await paste(page, '1\t2\n3\t4', '<table><tr><td>1<td>2</tr><tr><td>3<td>4</table>')
    await expect(page.locator('.page td')).toHaveText(['甲', '乙', '', '丙', '1', '2', '', '3', '4'])
  })

  test('PASTE-1: text that is dropped comes in where it is let go, cleaned like a paste', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    const box = await page.locator('.page .para').nth(1).boundingBox()
    await page.evaluate(([left, top]) => {
      const data = new DataTransfer()
      data.setData('text/plain', '一、抓源头\n做法。')
      data.setData('text/html', '<p>一、抓源头<span style="display:none">密</span></p><p>做法。</p>')
      document.querySelector('.page')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, clientX: left, clientY: top, bubbles: true, cancelable: true }))
    }, [(box?.x ?? 0) + 40, (box?.y ?? 0) + (box?.height ?? 0) / 2] as const)
    await expect.poll(() => paragraphs(page, 2)).toEqual(['一、|抓源头', '|做法。'])
    await expect(page.getByText('隐藏文字 1 处')).toBeVisible()
  })

  test('TABLE-6: chosen cells are copied as a table and as text with tabs, and come into other cells', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await paste(page, '甲\t乙\n丙\t丁')
    await page.locator('.page td').nth(0).click()
    await page.keyboard.press('Control+a')
    await expect(page.locator('.selectedCell')).toHaveCount(4)
    const copied = await page.evaluate(() => {
      const data = new DataTransfer()
      document.activeElement?.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      return { text: data.getData('text/plain'), html: data.getData('text/html') }
    })
    expect(copied.text).toBe('甲\t乙\n丙\t丁')
    expect(copied.html).toMatch(/<table[^>]*border="1"/)
    await page.locator('.page td').nth(3).click()
    await paste(page, copied.text, copied.html)
    await expect(page.locator('.page td')).toHaveText(['甲', '乙', '', '丙', '甲', '乙', '', '丙', '丁'])
  })

  test('PASTE-1: outside the body everything is one line, and a piece of a paragraph goes into the text', async ({ openPage }) => {
    const page = await openPage('shelf')
    await openSample(page)
    await page.keyboard.insertText('前后')
    await page.keyboard.press('ArrowLeft')
    await paste(page, '中间', '<span>中</span><b>间</b>')
    await expect.poll(() => paragraphs(page, 1)).toEqual(['|前中间后'])
    await page.locator('.place-date').click()
    await page.keyboard.press('End')
    await paste(page, '甲\n乙', '<p>甲</p><p>乙</p>')
    await expect.poll(() => page.locator('.place-date').textContent()).toContain('甲 乙')
  })

  test('PASTE-9: five million characters are refused with little work of the window', async ({ openPage, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const page = await openPage('shelf')
    await openSample(page)
    await page.evaluate(async () => {
      const text = '总结经验，抓好落实。\n'.repeat(455_000)
      const html = `<meta charset="utf-8">${'<p class="MsoNormal"><span lang="ZH-CN">总结经验，抓好落实。</span></p>'.repeat(455_000)}`
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) })])
    })
    const refused = await (await pageEffort(page)).of(async () => {
      await page.keyboard.press('Control+v')
      await expect(page.getByText(/超过 .*万字/)).toBeVisible()
    })
    process.stdout.write(`refusing 25 MB cost ${refused.toFixed(1)} units of work\n`)
    expect(refused).toBeLessThan(40)
  })
})
