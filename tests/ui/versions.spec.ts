import type { Locator, Page } from '@playwright/test'
import { exportWord } from '../../electron/export/exportWord'
import type { Block } from '../../shared/report/report'
import { withComment } from '../support/wordFiles'
import type { FakeWindow } from './fakePage'
import { caretAtEnd } from './caret'
import { callsOf, expect, expectAccessible, test } from './fixtures'
import { pageEffort } from './pageEffort'

/** The desk with a sample on it and the panel 版本 open. */
async function openVersions(page: Page): Promise<{ readonly editor: Locator; readonly panel: Locator }> {
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  const editor = page.getByRole('textbox', { name: '正文' })
  await expect(editor).toBeVisible()
  await page.keyboard.press('Control+Alt+v')
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await expect(panel.getByRole('heading', { name: '命名的版本' })).toBeVisible()
  return { editor, panel }
}

/** Writes behind the text of body paragraph `index`. */
async function write(page: Page, index: number, text: string): Promise<void> {
  await caretAtEnd(page, index)
  await page.keyboard.insertText(text)
}

async function name(page: Page, text: string): Promise<void> {
  await page.getByLabel('给现在这一稿起个名字').fill(text)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`已命名为“${text}”`)).toBeVisible()
}

test('VERSION-7: the present state is named, and stands first in the list with time and 字数', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { panel } = await openVersions(page)
  await name(page, '局长改后')
  await panel.getByRole('button', { name: '初稿', exact: true }).click()
  await expect(panel.getByRole('button', { name: /^初稿现在/ })).toBeVisible()
  await write(page, 0, '新写的一句话。')
  await page.keyboard.press('Control+s')
  await expect(panel.getByRole('button', { name: /字（\+7）/ })).toBeVisible()
  await page.keyboard.press('Control+Alt+s')
  await expect(page.getByLabel('给现在这一稿起个名字')).toBeFocused()
  await expectAccessible(page)
})

test('VERSION-8: a comparison stands in the place of the editor; keys lead through it, and Escape leads back with the history', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { editor, panel } = await openVersions(page)
  await name(page, '初稿')
  await write(page, 0, '甲处改动。')
  await write(page, 5, '乙处改动。')
  await page.keyboard.press('Control+s')
  const width = await editor.locator('.para').first().evaluate((element) => element.getBoundingClientRect().width)
  await panel.getByRole('button', { name: /^初稿/ }).last().click()
  const view = page.getByRole('document', { name: '对比：初稿 → 现在' })
  await expect(view).toBeFocused()
  await expect(editor).toBeHidden()
  await expect(view.locator('ins')).toHaveText(['甲处改动。', '乙处改动。'])
  await expect(view.locator('.para').nth(1)).toHaveAttribute('data-n', '一、')
  await expect(page.getByText('第 1/2 处')).toBeVisible()
  await expect(view.locator('[data-current]')).toHaveText('甲处改动。')
  await page.keyboard.press('F8')
  await expect(view.locator('[data-current]')).toHaveText('乙处改动。')
  await page.keyboard.press('F8')
  await page.keyboard.press('Shift+F8')
  await expect(page.getByText('第 2/2 处')).toBeVisible()
  expect(await view.locator('.para').first().evaluate((element) => element.getBoundingClientRect().width)).toBe(width)
  await expectAccessible(page)
  await page.getByRole('button', { name: '只看改动' }).click()
  await expect(view.getByText(/此处 \d+ 段没有改动/).first()).toBeVisible()
  await expect(view.locator('ins')).toHaveCount(2)
  await view.press('Escape')
  await expect(editor).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(editor).not.toContainText('甲处改动')
})

test('VERSION-7: two older versions are compared with each other, one is read, and 花脸稿 is written', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { panel } = await openVersions(page)
  await name(page, '初稿')
  await write(page, 0, '第二稿的话。')
  await name(page, '二稿')
  await write(page, 0, '第三稿的话。')
  await page.keyboard.press('Control+s')
  await panel.getByRole('button', { name: '“初稿”的更多操作' }).click()
  await page.getByRole('menuitem', { name: '与另一版对比…' }).click()
  await panel.getByRole('button', { name: /^二稿/ }).click()
  await expect(page.getByRole('document', { name: '对比：初稿 → 二稿' }).locator('ins')).toHaveText('第二稿的话。')
  await page.getByRole('button', { name: '导出花脸稿' }).click()
  await expect(page.getByText(/已导出“.*（花脸稿）\.docx”/)).toBeVisible()
  expect((await callsOf(page)).find(({ channel }) => channel === 'export.redline')?.request).toMatchObject({ from: 1, to: 2 })
  await panel.getByRole('button', { name: '“二稿”的更多操作' }).click()
  await page.getByRole('menuitem', { name: '查看全文' }).click()
  const reading = page.getByRole('document', { name: '查看“二稿”（只读）' })
  await expect(reading).toContainText('第二稿的话。')
  await expect(reading).not.toContainText('第三稿的话。')
})

test('VERSION-5: an older version comes back as a new one, and that can be taken back', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { editor, panel } = await openVersions(page)
  await name(page, '初稿')
  await write(page, 0, '后来写的话。')
  await page.keyboard.press('Control+s')
  await expect(panel.getByRole('button', { name: /字（\+6）/ })).toBeVisible()
  await panel.getByRole('button', { name: '“初稿”的更多操作' }).click()
  await page.getByRole('menuitem', { name: '恢复到这一版' }).click()
  await expect(editor).not.toContainText('后来写的话。')
  await expect(panel.getByRole('button', { name: /^恢复前/ })).toBeVisible()
  await page.getByRole('button', { name: '撤回恢复' }).click()
  await expect(editor).toContainText('后来写的话。')
})

test('VERSION-7: a version is named anew and unnamed; a failed call is told', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { panel } = await openVersions(page)
  await name(page, '初稿')
  const more = panel.getByRole('button', { name: '“初稿”的更多操作' })
  await more.click()
  await page.getByRole('menuitem', { name: '改名' }).click()
  await page.getByLabel('版本名称').fill('科室初稿')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: /^科室初稿/ })).toBeVisible()
  await page.evaluate(() => (globalThis as unknown as FakeWindow).fake.failCalls('report.unnameVersion', { code: 'diskFull' }))
  await panel.getByRole('button', { name: '“科室初稿”的更多操作' }).click()
  await page.getByRole('menuitem', { name: '取消名称' }).click()
  await expect(page.getByText(/空间不足/)).toBeVisible()
  await expect(panel.getByRole('button', { name: /^科室初稿/ })).toBeVisible()
})

for (const choice of ['mine', 'theirs'] as const) {
  test(`VERSION-10: a conflict is compared and decided for ${choice}`, async ({ openPage }) => {
    const page = await openPage('shelf')
    const { editor, panel } = await openVersions(page)
    await page.getByRole('button', { name: '关闭侧栏' }).click()
    await page.evaluate(() => {
      const { fake } = globalThis as unknown as FakeWindow
      const opened = fake.calls.filter(({ channel }) => channel === 'report.open').at(-1)?.request as { id: string }
      fake.saveElsewhere(opened.id, (report) => ({ ...report, blocks: [...report.blocks, { kind: 'text', id: 'elsewhere', level: 0, runs: [{ text: '别处写的话。' }] }] }))
    })
    await write(page, 0, '这里写的话。')
    await page.keyboard.press('Control+s')
    await page.getByRole('button', { name: '对比、选用' }).click()
    await expectAccessible(page)
    await panel.getByRole('button', { name: '对照两份' }).click()
    const view = page.getByRole('document', { name: '对比：别处改的 → 本窗口的' })
    await expect(view.locator('ins')).toHaveText('这里写的话。')
    await expect(view.locator('del')).toHaveText('别处写的话。')
    await panel.getByRole('button', { name: choice === 'mine' ? '保留这一份' : '保留另一份' }).click()
    await expect(editor).toContainText(choice === 'mine' ? '这里写的话。' : '别处写的话。')
    await expect(editor).not.toContainText(choice === 'mine' ? '别处写的话。' : '这里写的话。')
    await expect(panel.getByRole('button', { name: choice === 'mine' ? /^别处改的/ : /^本窗口的/ })).toBeVisible()
    await expect(panel.getByRole('button', { name: '对照两份' })).toBeHidden()
  })
}

test('VERSION-9: a pair of versions of 300,000 characters opens with the work of less than two seconds, and scrolls', async ({ openPage }) => {
  const page = await openPage('shelf')
  const characters = await page.evaluate(async () => {
    const { fake } = globalThis as unknown as FakeWindow
    const lines = ['清源县档案局2025年度长篇工作总结']
    for (let index = 1; lines.join('').length < 300_000; index += 1) {
      if (index % 12 === 0) lines.push(`${'一二三四五六七八九十'[Math.floor(index / 12) % 10] ?? '一'}、第${index}项工作`)
      lines.push(`第${index}项工作按照年初计划推进，全年共办理${index * 7}件，办结${index * 6}件，办结率保持在较高水平，群众反映的第${index}类问题得到及时回应，相关股室在第${index % 4 + 1}季度组织了专题调度。`)
    }
    const { value } = await fake.bridge.call('import.text', { text: lines.join('\n'), year: 2025 }) as { value: { imported: readonly { id: string }[] } }
    const id = value.imported[0]?.id ?? ''
    fake.saveElsewhere(id, (report) => ({ ...report, blocks: report.blocks.flatMap((block, index) => (index % 10 === 3 && block.kind === 'text' ? [{ ...block, runs: [{ text: `${block.runs[0]?.text ?? ''}补充说明一句。` }] }] : index % 50 === 7 ? [] : [block])) }))
    fake.tell('libraryChanged')
    return lines.join('').length
  })
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Alt+1')
  await page.getByText('清源县档案局2025年度长篇工作总结').first().click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  await page.keyboard.press('Control+Alt+v')
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await expect(panel.getByRole('heading', { name: '命名的版本' })).toBeVisible()
  const effort = await pageEffort(page)
  const opened = await effort.of(async () => {
    await panel.getByRole('button', { name: /^今天/ }).last().click()
    await expect(page.getByText(/第 1\/\d+ 处/)).toBeVisible()
    await expect(page.locator('[data-comparison] ins').first()).toBeVisible()
  })
  const stepped = await effort.of(async () => {
    await page.keyboard.press('Shift+F8')
    await expect(page.locator('[data-comparison] [data-current]')).toBeInViewport()
  })
  await page.getByRole('button', { name: '回到写作' }).click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  console.log(`comparison of ${characters} characters: open after ${opened.toFixed(1)} units of work, at the last change after ${stepped.toFixed(1)}`)
  expect(characters).toBeGreaterThan(300_000)
  expect(opened).toBeLessThan(60)
  expect(stepped).toBeLessThan(45)
})

/** The Word file of the report on the desk as a leader sent it back: edited in three places, with a comment. */
async function editedCopy(page: Page): Promise<void> {
  const report = await page.evaluate(async () => {
    const { fake } = globalThis as unknown as FakeWindow
    const last = fake.calls.filter(({ channel }) => channel === 'report.open').at(-1)?.request as { id: string }
    const opened = await fake.bridge.call('report.open', { id: last.id })
    return opened.ok ? opened.value.report : null
  })
  if (report === null) throw new Error('no report on the desk')
  const blocks = report.blocks.flatMap((block, index): readonly Block[] => {
    if (block.kind !== 'text') return [block]
    if (index === 2) return [{ ...block, runs: [{ text: block.runs.map(({ text }) => text).join('').replace('八个方面', '九个方面') }] }]
    if (index === 4) return [block, { kind: 'text', id: 'leader', level: 0, runs: [{ text: '局长要求增加的一段话，说明整改情况。' }] }]
    return [block]
  })
  const { bytes } = await exportWord({ ...report, blocks, date: '2026年1月9日' })
  const files = [{ name: '局长改.docx', bytes: [...withComment(bytes, '九个方面', '王局长', '这里请核实')] }]
  await page.evaluate((given) => (globalThis as unknown as FakeWindow).fake.chooseFiles(given.map(({ name, bytes: list }) => ({ name, bytes: new Uint8Array(list) }))), files)
}

test('READBACK-9: the changes of an edited copy are accepted and refused by key, comments stand beside them, and undo opens a change again', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { editor, panel } = await openVersions(page)
  await editedCopy(page)
  await panel.getByRole('button', { name: '读回改过的 Word…' }).click()
  await expect(panel.getByRole('status')).toHaveText('共 3 处，还有 3 处')
  const rows = panel.getByRole('list', { name: '改动' }).locator('[data-change-row]')
  await expect(rows.first()).toContainText('王局长批注')
  await expect(rows.first()).toContainText('这里请核实')
  await expectAccessible(page)
  await rows.first().focus()
  await page.keyboard.press('Enter')
  await expect(editor).toContainText('九个方面')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(rows.nth(2)).toBeFocused()
  await expect(panel.getByRole('status')).toHaveText('共 3 处，还有 1 处')
  await expect(editor).not.toContainText('局长要求增加的一段话')
  await page.keyboard.press('Home')
  await expect(rows.first()).toBeFocused()
  await editor.focus()
  await page.keyboard.press('Control+z')
  await expect(editor).toContainText('八个方面')
  await expect(panel.getByRole('status')).toHaveText('共 3 处，还有 2 处')
  await page.keyboard.press('Control+y')
  await expect(panel.getByRole('status')).toHaveText('共 3 处，还有 1 处')
  await rows.nth(1).focus()
  await page.keyboard.press('Backspace')
  await panel.getByRole('button', { name: '全部采纳' }).click()
  await expect(panel.getByRole('status')).toHaveText('3 处都已处理')
  await expect(editor).toContainText('局长要求增加的一段话，说明整改情况。')
  await expect(editor).toContainText('2026年1月9日')
  await panel.getByRole('button', { name: '结束读回' }).click()
  await expect(panel.getByRole('button', { name: /^读回前/ })).toBeVisible()
  await panel.getByRole('button', { name: /^读回前/ }).click()
  await expect(page.locator('[data-comparison] ins').first()).toHaveText('九')
})

test('READBACK-8: a state that has a name keeps it when an edited copy is taken over', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { editor, panel } = await openVersions(page)
  await name(page, '报局长稿')
  await editedCopy(page)
  await panel.getByRole('button', { name: '读回改过的 Word…' }).click()
  await panel.getByRole('button', { name: '全部采纳' }).click()
  await expect(editor).toContainText('九个方面')
  await page.keyboard.press('Control+s')
  await panel.getByRole('button', { name: '结束读回' }).click()
  await expect(panel.getByRole('button', { name: /^报局长稿/ })).toBeVisible()
  await expect(panel.getByRole('button', { name: /^读回前/ })).toHaveCount(0)
  await editor.focus()
  await page.keyboard.press('Control+z')
  await expect(editor).toContainText('八个方面')
  await expect(editor).not.toContainText('局长要求增加的一段话')
})

test('READBACK-9: a file that is no Word document is refused with what it is', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { panel } = await openVersions(page)
  const files = [['图.docx', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0], '不是能读的 Word 文件'], ['坏的.docx', [0x50, 0x4b, 3, 4, 1, 2, 3], '已损坏或没有下载完整']] as const
  for (const [name, bytes, words] of files) {
    await page.evaluate((file) => (globalThis as unknown as FakeWindow).fake.chooseFiles([{ name: file.name, bytes: new Uint8Array(file.bytes) }]), { name, bytes: [...bytes] })
    await panel.getByRole('button', { name: '读回改过的 Word…' }).click()
    await expect(page.locator('.toast')).toContainText(name)
    await expect(page.locator('.toast')).toContainText(words)
    await page.locator('.toast').getByRole('button').last().click()
  }
})

test('READBACK-9: a file dropped on the panel is read back, anywhere else it is imported', async ({ openPage }) => {
  const page = await openPage('shelf')
  const { panel } = await openVersions(page)
  const drop = (element: Locator): Promise<void> => element.evaluate((target) => {
    const data = new DataTransfer()
    data.items.add(new File(['清源县档案局2025年度档案工作总结\n改写的一段话。\n'], '局长改.txt'))
    const { left, top, width, height } = target.getBoundingClientRect()
    target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2 }))
  })
  const asked = async (channel: string): Promise<number> => (await callsOf(page)).filter((each) => each.channel === channel).length
  await drop(panel)
  await expect(panel.getByRole('heading', { name: '读回“局长改.txt”' })).toBeVisible()
  expect([await asked('report.readBackDropped'), await asked('import.dropped')]).toEqual([1, 0])
  await drop(page.locator('[data-editor]'))
  await expect.poll(() => asked('import.dropped')).toBe(1)
  await expect.poll(() => asked('report.readBackDropped')).toBe(1)
})
