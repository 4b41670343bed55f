/** Every room, panel and dialog, looked at by machine: in light and dark, from a wide window to a full-HD screen at 200 %. ANDU_SHOTS=FOLDER keeps a picture of each. */
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectContrast, test } from './fixtures'
import type { FakeWindow } from './fakePage'
import type { SceneName } from './scenes'

const shots = process.env['ANDU_SHOTS']

/** CSS pixels: a wide window, the smallest supported one, and a screen of 1920 × 1080 at 150 % and 200 %. */
const sizes = [[1440, 900], [1280, 720], [1024, 700], [960, 540]] as const

interface Look {
  readonly name: string
  readonly scene: SceneName
  readonly open: (page: Page) => Promise<void>
}

const room = (name: string) => (page: Page): Promise<void> => page.getByRole('navigation', { name: '房间' }).getByRole('button', { name }).click()
const newReport = (name: RegExp) => async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '新建', exact: true }).click()
  await page.getByRole('menuitem', { name }).click()
}
const desk = async (page: Page): Promise<void> => {
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  await page.getByRole('textbox', { name: '正文' }).locator('.para').first().click()
}
const panel = (name: string) => async (page: Page): Promise<void> => {
  await desk(page)
  await page.keyboard.press('Control+Shift+e')
  await page.getByRole('group', { name: '侧栏' }).getByRole('button', { name, exact: true }).click()
}
/** The first version held against the text with a sentence more. */
const compared = async (page: Page): Promise<void> => {
  await panel('版本')(page)
  await page.getByLabel('给现在这一稿起个名字').fill('初稿')
  await page.keyboard.press('Enter')
  await page.getByText('已命名为“初稿”').waitFor()
  await page.getByRole('textbox', { name: '正文' }).locator('.para').first().click()
  await page.keyboard.insertText('新写的一句话。')
  await page.keyboard.press('Control+s')
  await page.getByRole('complementary', { name: '侧栏' }).locator('button', { hasText: /^初稿.*字/ }).click()
}
const command = (words: string) => async (page: Page): Promise<void> => {
  await desk(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(words)
  await page.keyboard.press('Enter')
}
const give = (page: Page, name: string, text: string): Promise<void> => page.evaluate(([fileName, content]) => (globalThis as unknown as FakeWindow).fake.chooseFiles([{ name: fileName, bytes: new TextEncoder().encode(content) }]), [name, text] as const)

const sealing = (item: string) => async (page: Page): Promise<void> => {
  await room('归档')(page)
  await page.getByRole('button', { name: '封存', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const looks: readonly Look[] = [
  { name: 'shelf', scene: 'shelf', open: async () => undefined },
  { name: 'shelf-first', scene: 'first', open: async () => undefined },
  { name: 'shelf-empty', scene: 'empty', open: async () => undefined },
  { name: 'shelf-damaged', scene: 'damaged', open: async () => undefined },
  { name: 'shelf-row-menu', scene: 'shelf', open: (page) => page.getByRole('button', { name: /^更多操作/ }).first().click() },
  { name: 'shelf-search', scene: 'shelf', open: async (page) => { await page.getByRole('textbox', { name: '在所有年度中查找' }).or(page.getByRole('searchbox')).first().fill('档案'); await expect(page.getByText(/^共 /)).toBeVisible() } },
  { name: 'shelf-trash', scene: 'shelf', open: (page) => page.getByRole('button', { name: /^回收站/ }).click() },
  { name: 'new-menu', scene: 'shelf', open: (page) => page.getByRole('button', { name: '新建', exact: true }).click() },
  { name: 'new-blank', scene: 'shelf', open: newReport(/空白材料/) },
  { name: 'new-template', scene: 'shelf', open: newReport(/按模板/) },
  { name: 'new-last-year', scene: 'shelf', open: newReport(/用上年报告/) },
  { name: 'paste', scene: 'shelf', open: newReport(/粘贴全文/) },
  { name: 'folder-start', scene: 'shelf', open: newReport(/导入文件夹/) },
  { name: 'folder', scene: 'shelf', open: async (page) => { await newReport(/导入文件夹/)(page); await page.getByRole('button', { name: '选择文件夹…' }).click(); await expect(page.getByRole('button', { name: /^导入 \d+ 份$/ })).toBeEnabled() } },
  { name: 'import-result', scene: 'shelf', open: async (page) => { await give(page, '去年的材料.txt', '清源县档案局2023年度法治建设工作报告\n一、主要工作\n做好各项工作。\n三、下一步打算\n继续努力。\n清源县档案局\n2024年1月5日'); await newReport(/^导入文件…/)(page) } },
  { name: 'archive', scene: 'shelf', open: room('归档') },
  { name: 'archive-catalogue', scene: 'archive', open: async (page) => { await room('归档')(page); await page.getByRole('button', { name: '目录', exact: true }).click(); await expect(page.getByRole('table', { name: '归档文件目录' })).toBeVisible() } },
  { name: 'archive-boxes', scene: 'archive', open: async (page) => { await room('归档')(page); await page.getByRole('button', { name: '打印目录' }).click(); await page.getByRole('menuitem', { name: '备考表…' }).click() } },
  { name: 'filing-numbered', scene: 'archive', open: async (page) => { await room('归档')(page); await page.getByRole('region', { name: '可以归档' }).getByRole('button', { name: '归档…' }).click() } },
  { name: 'seal', scene: 'archive', open: sealing('封存本年') },
  { name: 'sealed', scene: 'archive', open: async (page) => { await sealing('封存本年')(page); await page.getByRole('button', { name: '开始封存' }).click(); await expect(page.getByRole('dialog', { name: '封存完成' })).toBeVisible() } },
  { name: 'sealed-list', scene: 'archive', open: async (page) => { await sealing('封存本年')(page); await page.getByRole('button', { name: '开始封存' }).click(); await page.getByRole('dialog', { name: '封存完成' }).waitFor(); await page.keyboard.press('Escape'); await sealing('已封存的档案')(page); await page.getByRole('button', { name: '核对', exact: true }).click(); await expect(page.getByRole('dialog').getByText('完好')).toBeVisible() } },
  { name: 'action-log', scene: 'archive', open: async (page) => { await sealing('封存本年')(page); await page.getByRole('button', { name: '开始封存' }).click(); await page.getByRole('dialog', { name: '封存完成' }).waitFor(); await page.keyboard.press('Escape'); await sealing('操作记录')(page); await expect(page.getByRole('dialog').getByText(/前后相扣/).last()).toBeVisible() } },
  { name: 'correction', scene: 'archive', open: async (page) => { await room('归档')(page); await page.getByRole('button', { name: '更正' }).first().click() } },
  { name: 'archive-empty', scene: 'empty', open: room('归档') },
  { name: 'filing', scene: 'shelf', open: async (page) => { await room('归档')(page); await page.getByRole('button', { name: /^归档/ }).last().click() } },
  { name: 'settings', scene: 'shelf', open: room('设置') },
  { name: 'template-rename', scene: 'shelf', open: async (page) => { await room('设置')(page); await page.getByRole('button', { name: '“党建工作总结”的操作' }).click(); await page.getByRole('menuitem', { name: '复制一份来修改' }).click() } },
  { name: 'desk-none', scene: 'shelf', open: room('写作') },
  { name: 'desk', scene: 'shelf', open: desk },
  { name: 'desk-dirty', scene: 'dirty', open: async (page) => { await page.getByText(/2025年度安全工作总结/).first().click(); await page.getByRole('button', { name: '查看' }).click() } },
  { name: 'desk-template', scene: 'shelf', open: async (page) => { await room('设置')(page); await page.getByRole('button', { name: '“党建工作总结”的操作' }).click(); await page.getByRole('menuitem', { name: '复制一份来修改' }).click(); await page.getByRole('button', { name: '复制并打开' }).click(); await expect(page.getByText(/^正在修改模板/)).toBeVisible() } },
  { name: 'desk-details', scene: 'shelf', open: command('材料信息') },
  { name: 'save-as-template', scene: 'shelf', open: command('存为模板') },
  { name: 'palette', scene: 'shelf', open: async (page) => { await desk(page); await page.keyboard.press('Control+k') } },
  { name: 'chooser', scene: 'shelf', open: async (page) => { await desk(page); await page.keyboard.press('Control+j'); await expect(page.getByRole('option').first()).toBeVisible() } },
  { name: 'find', scene: 'shelf', open: async (page) => { await desk(page); await page.keyboard.press('Control+f') } },
  { name: 'replace', scene: 'shelf', open: async (page) => { await desk(page); await page.keyboard.press('Control+h') } },
  { name: 'desk-final', scene: 'shelf', open: async (page) => { await panel('版面')(page); await page.getByRole('button', { name: /^状态：/ }).click(); await page.getByRole('menuitem', { name: '定稿' }).click(); await expect(page.getByRole('toolbar').getByRole('button', { name: '归档' })).toBeVisible() } },
  { name: 'desk-table', scene: 'shelf', open: async (page) => { await command('插入表格')(page); await expect(page.getByRole('button', { name: '2 行 × 3 列' })).toBeVisible(); await page.keyboard.press('Enter'); await expect(page.getByRole('group', { name: '表格' })).toBeVisible() } },
  { name: 'preview', scene: 'shelf', open: async (page) => { await desk(page); await page.keyboard.press('Control+Shift+p'); await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible() } },
  { name: 'conform', scene: 'shelf', open: command('体检单') },
  { name: 'conform-foreign', scene: 'shelf', open: async (page) => { await give(page, '同事的材料.docx', 'x'); await command('体检单')(page); await page.getByRole('button', { name: '检查其他 Word 文件…' }).click(); await expect(page.getByText(/3 条不符/)).toBeVisible(); await page.getByRole('button', { name: /^全部/ }).click() } },
  { name: 'export-menu', scene: 'shelf', open: async (page) => { await desk(page); await page.getByRole('button', { name: '选择导出格式' }).click() } },
  { name: 'export-told', scene: 'shelf', open: async (page) => { await desk(page); await page.keyboard.press('F12'); await expect(page.getByText(/^已导出/)).toBeVisible() } },
  { name: 'desk-recycled', scene: 'recycled', open: async (page) => { await page.getByText(/2025年度档案工作总结/).first().click(); await expect(page.getByText(/可清理/)).toBeVisible() } },
  { name: 'panel-cleaning', scene: 'recycled', open: async (page) => { await page.getByText(/2025年度档案工作总结/).first().click(); await page.getByRole('button', { name: '逐条查看' }).click(); await expect(page.getByText('请核对').first()).toBeVisible() } },
  { name: 'panel-versions', scene: 'shelf', open: panel('版本') },
  { name: 'comparison', scene: 'shelf', open: async (page) => { await compared(page); await expect(page.locator('[data-comparison] ins').first()).toBeVisible() } },
  { name: 'panel-read-back', scene: 'shelf', open: async (page) => { await panel('版本')(page); await give(page, '局长改.txt', '清源县档案局2025年度档案工作总结\n一、主要工作情况\n改写的一段话，说明全年情况。\n'); await page.getByRole('button', { name: '读回改过的 Word…' }).click(); await expect(page.locator('[data-change-row]').first()).toBeVisible() } },
  { name: 'panel-phrases', scene: 'shelf', open: panel('素材') },
  { name: 'panel-phrases-new', scene: 'shelf', open: async (page) => { await panel('素材')(page); await page.getByRole('button', { name: '新加一条' }).click() } },
  { name: 'panel-phrases-suggestions', scene: 'shelf', open: async (page) => { await panel('素材')(page); await page.getByRole('group', { name: '素材来源' }).getByRole('button', { name: '建议' }).click() } },
  { name: 'panel-layout', scene: 'shelf', open: panel('版面') },
  { name: 'panel-issuing', scene: 'shelf', open: async (page) => { await panel('版面')(page); await page.getByLabel('公文格式').selectOption({ label: '红头文件' }); await page.getByLabel('发文字号').fill('清档〔2026〕第12号') } },
  { name: 'panel-reference', scene: 'shelf', open: panel('对照') },
]

/** What stands outside the window, is cut off, or makes the window scroll. Runs in the page. */
function faultsOf(): readonly string[] {
  const name = (element: Element): string => `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24)}`
  const isSeen = (element: Element): boolean => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden' && element.closest('.vh') === null
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > innerWidth) faults.push(`the window scrolls sideways: ${root.scrollWidth} > ${innerWidth}`)
  if (root.scrollHeight > innerHeight) faults.push(`the window scrolls: ${root.scrollHeight} > ${innerHeight}`)
  for (const pane of document.querySelectorAll('.scroll:not([data-sheet])')) if (isSeen(pane) && pane.scrollWidth > pane.clientWidth + 1) faults.push(`a pane scrolls sideways: ${name(pane)}`)
  for (const control of document.querySelectorAll('button, input, select, textarea, [role="tab"]')) {
    if (!isSeen(control) || control.closest('[data-sheet]') !== null) continue
    const box = control.getBoundingClientRect()
    const at = document.elementFromPoint(box.right - 5, box.top + box.height / 2)
    const pane = control.closest('.scroll')?.getBoundingClientRect()
    const isScrolledAway = pane !== undefined && (box.top < pane.top || box.bottom > pane.bottom)
    const isBehindLayer = document.querySelector('dialog[open], [role="menu"]') !== null || getComputedStyle(control).pointerEvents === 'none'
    if (!isScrolledAway && !isBehindLayer && at !== null && !control.contains(at) && control.closest('label') !== at && at.closest('.toast') === null) faults.push(`something lies over it: ${name(control)} (${name(at)})`)
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`outside the window: ${name(control)}`)
    for (let around = control.parentElement; around !== null && around !== document.body; around = around.parentElement) {
      const { overflowX, position } = getComputedStyle(around)
      const outer = around.getBoundingClientRect()
      if (overflowX !== 'visible' && (box.left < outer.left - 1 || box.right > outer.right + 1)) { faults.push(`cut off: ${name(control)}`); break }
      if (position === 'fixed') break
    }
    const isEllipsis = [control, ...control.querySelectorAll('*')].some((each) => ['ellipsis'].includes(getComputedStyle(each).textOverflow) || getComputedStyle(each).webkitLineClamp !== 'none')
    // The line above a group of a menu is drawn beyond its button.
    if (control.tagName === 'BUTTON' && !isEllipsis && !control.classList.contains('apart') && (control.scrollWidth > control.clientWidth + 1 || control.scrollHeight > control.clientHeight + 1)) faults.push(`its words do not fit: ${name(control)}`)
  }
  const dialog = document.querySelector('dialog[open]')?.getBoundingClientRect()
  if (dialog !== undefined && (dialog.top < 0 || dialog.bottom > innerHeight + 1)) faults.push('the dialog is taller than the window')
  return faults
}

/** Changes between light and dark, and lets the colours of the controls come to rest. */
async function dress(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all(document.getAnimations().filter((animation) => animation instanceof CSSTransition).map((transition) => transition.finished.catch(() => undefined)))
  })
}

/** The faults that stay: a window that just changed is still being laid out. */
async function faultsAtRest(page: Page): Promise<readonly string[]> {
  let faults: readonly string[] = []
  for (let look = 0; look < 20; look += 1) {
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))) }))
    faults = await page.evaluate(faultsOf)
    if (faults.length === 0) return faults
    await page.waitForTimeout(100)
  }
  return faults
}

async function lookAt(page: Page, name: string): Promise<void> {
  const found: Record<string, readonly string[]> = {}
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    const faults = await faultsAtRest(page)
    if (faults.length > 0) found[`${width} × ${height}`] = faults
    if (shots !== undefined) await page.screenshot({ path: path.join(shots, `${name}-${width}.png`) })
  }
  await page.setViewportSize({ width: 1024, height: 700 })
  await dress(page, 'dark')
  if (shots !== undefined) await page.screenshot({ path: path.join(shots, `${name}-dark.png`) })
  expect.soft(found).toEqual({})
  await expectAccessible(page)
  await dress(page, 'light')
  await expectContrast(page)
}

for (const { name, scene, open } of looks) {
  test(`UI-15: ${name} stands whole in every window, in light and dark`, async ({ openPage, page }) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await openPage(scene)
    await open(page)
    await lookAt(page, name)
  })
}

test('UI-15: so does every other panel that has a tab', async ({ openPage, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await openPage('shelf')
  await panel('版面')(page)
  const tabs = page.getByRole('group', { name: '侧栏' }).getByRole('button')
  const names = (await tabs.allTextContents()).filter((name) => !['对照', '素材', '版面', '版本'].includes(name))
  for (const name of names) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await tabs.filter({ hasText: name }).click()
    await lookAt(page, `panel-${name}`)
  }
  expect(await tabs.count()).toBeGreaterThanOrEqual(4)
})

for (const name of ['shelf-row-menu', 'new-menu', 'new-blank', 'new-template', 'new-last-year', 'paste', 'folder-start', 'filing', 'template-rename', 'desk-details', 'save-as-template', 'palette', 'chooser', 'export-menu', 'preview', 'conform']) {
  test(`UI-16: Escape closes ${name}, and the focus is somewhere in the page again`, async ({ openPage, page }) => {
    const look = looks.find((each) => each.name === name)!
    await openPage(look.scene)
    await look.open(page)
    const layer = page.locator('dialog[open], [role="menu"]')
    await expect(layer).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(layer).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  })
}

for (const name of ['shelf', 'archive', 'settings', 'desk', 'panel-phrases', 'panel-layout', 'panel-reference', 'new-template']) {
  test(`UI-16: ${name}: the Tab key goes through everything in the order of the page, and every stop is seen`, async ({ openPage, page }) => {
    await page.setViewportSize({ width: 1024, height: 700 })
    const look = looks.find((each) => each.name === name)!
    await openPage(look.scene)
    await look.open(page)
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    const stops: string[] = []
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        if (element === document.body) return null
        const box = element.getBoundingClientRect()
        const ring = [element, element.closest('.field, label')].some((each) => each !== null && (getComputedStyle(each).outlineStyle !== 'none' || getComputedStyle(each).boxShadow !== 'none'))
        const isPlace = element.matches('[data-editor], [tabindex="-1"], input, textarea, select')
        const label = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 20) ?? ''
        return { label: `${element.tagName} ${label}`, isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth, hasRing: ring || isPlace, isOrdered: element.tabIndex <= 0 }
      })
      if (stop === null) continue
      expect(stop, stop.label).toMatchObject({ isSeen: true, hasRing: true, isOrdered: true })
      stops.push(stop.label)
    }
    expect(new Set(stops).size).toBeGreaterThan(3)
  })
}
