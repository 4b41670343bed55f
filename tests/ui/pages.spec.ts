/** The page on the screen: its lines are those of the page model, page ends and the place of the caret follow it, and nothing of it is text. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { countingIds } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import { layoutReport } from '../../shared/print/layoutReport'
import { paginate } from '../../shared/print/paginate'
import { awkwardText } from '../support/awkwardLines'
import { expect, test } from './fixtures'

/** The lines of every body paragraph as the model breaks them, without the printed number. */
function modelLines(text: string): { readonly pages: number; readonly paragraphs: readonly (readonly string[])[] } {
  const document = layoutReport(parseReport(text, { newId: countingIds() }).content)
  const model = paginate(document)
  const paragraphs = document.blocks.flatMap((block, index) => {
    if (block.kind === 'table' || block.blockId === undefined) return []
    const whole = block.runs.map((run) => run.text).join('')
    const label = block.labelLength ?? 0
    return [model.lines.filter((line) => line.block === index).map(({ from, to }) => whole.slice(Math.max(label, from), to).trimEnd())]
  })
  return { pages: model.pages, paragraphs }
}

/** The lines of every body paragraph as they are drawn. */
async function drawnLines(page: Page): Promise<readonly (readonly string[])[]> {
  return page.locator('.page .para').evaluateAll((paragraphs) => paragraphs.map((paragraph) => {
    paragraph.closest('.chunk')?.setAttribute('data-awake', 'true')
    const box = paragraph.getBoundingClientRect()
    const pitch = parseFloat(getComputedStyle(paragraph).lineHeight)
    const lines: string[] = []
    const range = document.createRange()
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    let line = 0
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const rect = range.getClientRects()[0]
        if (rect !== undefined && rect.width > 0) line = Math.floor(((rect.top + rect.bottom) / 2 - box.top) / pitch)
        lines[line] = (lines[line] ?? '') + (node.textContent ?? '').charAt(at)
      }
    }
    return Array.from(lines, (one) => (one ?? '').trimEnd())
  }))
}

function agreement(model: readonly (readonly string[])[], drawn: readonly (readonly string[])[]): { readonly share: number; readonly lines: number; readonly differs: readonly string[] } {
  const lines = model.flat().length
  const differs = model.flatMap((own, index) => own.flatMap((line, at) => (drawn[index]?.[at] === line ? [] : [`${line} | ${drawn[index]?.[at] ?? ''}`])))
  return { share: (lines - differs.length) / lines, lines, differs }
}

async function open(page: Page, title: RegExp): Promise<void> {
  await page.getByText(title).first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  await expect(page.getByText(/· 共 \d+ 页/)).toBeVisible()
}

const sample = readFileSync(path.resolve(import.meta.dirname, '../../assets/samples/qingyuan-archives-2025.txt'), 'utf8')

test.describe('the page on the screen', () => {
  test('PAGE-8: the lines on the screen are the lines of the model', async ({ openPage }) => {
    const page = await openPage('shelf')
    await open(page, /清源县档案局2025年度档案工作总结/)
    const model = modelLines(sample)
    await page.locator('.page .chunk').evaluateAll((chunks) => { for (const chunk of chunks) (chunk as HTMLElement).style.contentVisibility = 'visible' })
    const found = agreement(model.paragraphs, await drawnLines(page))
    console.log(`sample: ${(found.share * 100).toFixed(2)} % of ${found.lines} lines as in the model`)
    expect(found.share, found.differs.join('\n')).toBeGreaterThanOrEqual(0.99)
    await expect(page.getByText(`共 ${model.pages} 页`)).toBeVisible()
  })
  test('PAGE-8: so are those that end beside marks, quotes, numbers and Latin words; control: without the breaks that are set they are not', async ({ openPage }) => {
    const page = await openPage('awkward')
    await open(page, /换行工作总结/)
    const model = modelLines(awkwardText)
    await page.locator('.page .chunk').evaluateAll((chunks) => { for (const chunk of chunks) (chunk as HTMLElement).style.contentVisibility = 'visible' })
    const found = agreement(model.paragraphs, await drawnLines(page))
    console.log(`awkward: ${(found.share * 100).toFixed(2)} % of ${found.lines} lines as in the model`)
    expect(found.share, found.differs.slice(0, 60).join('\n')).toBeGreaterThanOrEqual(0.99)
    await page.evaluate(() => {
      for (const rule of ['.page .line-end::after { content: none }', '.page .line-start { white-space: inherit }', '.page .hung { margin-left: 0; left: 0 }']) {
        const sheet = document.styleSheets[document.styleSheets.length - 1]
        sheet?.insertRule(rule, sheet.cssRules.length)
      }
    })
    const unset = agreement(model.paragraphs, await drawnLines(page))
    console.log(`awkward, by the browser alone: ${(unset.share * 100).toFixed(2)} %`)
    expect(unset.share).toBeLessThan(0.95)
  })
  test('PAGE-7: the status line says page and line of the caret, and page ends stand between the lines', async ({ openPage }) => {
    const page = await openPage('awkward')
    await open(page, /换行工作总结/)
    const model = modelLines(awkwardText)
    const status = page.locator('footer.status')
    await page.getByRole('textbox', { name: '正文' }).press('Control+Home')
    await expect(status).toContainText('第 1 页第 1 行')
    await page.getByRole('textbox', { name: '正文' }).press('Control+End')
    await expect(status).toContainText(`第 ${model.pages} 页`)
    const labels = await page.locator('[data-page-end]').evaluateAll((found) => found.flatMap((each) => (each.getAttribute('data-page-end') ?? '').split('\n')))
    expect(labels).toEqual(Array.from({ length: model.pages - 1 }, (_, index) => `— ${index + 1} —`))
  })
  test('PAGE-10: lines of a character or two are listed in 版面, one leads to its place, and a shortened one is gone', async ({ openPage }) => {
    const page = await openPage('shelf')
    await open(page, /清源县档案局2025年度档案工作总结/)
    await page.keyboard.press('Control+Shift+e')
    await page.getByRole('group', { name: '侧栏' }).getByRole('button', { name: '版面', exact: true }).click()
    const panel = page.getByRole('complementary', { name: '侧栏' })
    await expect(panel.getByRole('heading', { name: '只剩一两个字的行（2）' })).toBeVisible()
    await panel.getByRole('button', { name: /^第 1 页第 \d+ 行/ }).click()
    await expect(page.locator('footer.status')).toContainText(/第 1 页第 1[0-9] 行/)
    await page.clock.runFor(400)
    for (const _ of '补齐') await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.clock.runFor(2_000)
    await expect(panel.getByRole('heading', { name: '只剩一两个字的行（1）' })).toBeVisible()
  })
  test('PAGE-9: page ends and line ends are no text: neither copied nor in the way of the caret, and no step to undo', async ({ openPage }) => {
    const page = await openPage('shelf')
    await open(page, /清源县档案局2025年度档案工作总结/)
    const editor = page.getByRole('textbox', { name: '正文' })
    const paragraph = page.locator('.page [data-page-end]').first()
    const before = await paragraph.evaluate((element) => element.textContent)
    expect(before).not.toContain('—')
    await paragraph.evaluate((element) => {
      ;(element.closest('[data-editor]') as HTMLElement).focus()
      getSelection()?.collapse(element, 0)
    })
    const steps = (before ?? '').length
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('甲')
    expect(await paragraph.evaluate((element) => element.textContent)).toBe(`${before}甲`)
    await page.waitForTimeout(400)
    await editor.press('Control+z')
    expect(await paragraph.evaluate((element) => element.textContent)).toBe(before)
    expect(await page.evaluate(() => { getSelection()?.selectAllChildren(document.querySelector('[data-page-end]') as Element); return getSelection()?.toString() })).toBe(before)
  })
  test('PAGE-9: nothing is counted or drawn anew inside a composition, and everything is after it', async ({ openPage }) => {
    const page = await openPage('awkward')
    await open(page, /换行工作总结/)
    const paragraph = page.locator('.page .para').nth(await page.locator('.page .para').evaluateAll((all) => all.findIndex((each) => each.querySelector('.line-end') !== null)))
    const ends = (): Promise<number> => paragraph.locator('.line-end').count()
    const before = await paragraph.evaluate((element) => {
      ;(element.closest('[data-editor]') as HTMLElement).focus()
      getSelection()?.collapse(element, 0)
      return element.textContent
    })
    expect(await ends()).toBeGreaterThan(0)
    const cdp = await page.context().newCDPSession(page)
    for (const text of ['s', 'sh', 'shan']) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await page.waitForTimeout(300)
      expect(await paragraph.evaluate((element) => element.textContent)).toBe(`${text}${before}`)
    }
    await cdp.send('Input.insertText', { text: '闪光' })
    expect(await paragraph.evaluate((element) => element.textContent)).toBe(`闪光${before}`)
    await expect.poll(() => page.locator('.page .line-end').count()).toBeGreaterThan(100)
  })
})
