import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { answerOpenDialog, answerSaveDialog, expect, launchAndu, readyPage, test } from './fixtures'
import { Rooms } from './rooms'

/** Written for this project in the manner of what clerks get from the web: noise around it, a wrong number in it, an enumeration. */
const text = [
  '清河县档案局2023年度意识形态工作总结',
  '2023年，县档案局认真落实意识形态工作责任制，现将有关情况总结如下：',
  '一、主要工作情况',
  '（一）落实工作责任。局党组全年专题研究意识形态工作四次，逐级签订责任书二十六份，任务分解到科室、落实到人。',
  '（二）加强阵地管理。一是管好门户网站，二是管好公众号，三是管好展览展厅，全年没有发生差错。',
  '（四）抓好学习教育。组织集体学习十二次，参加人员三百余人次，撰写心得体会八十余篇。',
  '二、存在的问题',
  '对照上级要求，工作中还有研判不够及时、队伍力量不足等差距。',
  '三、下一步打算',
  '（一）健全研判机制。每季度至少研判一次，重要时段随时研判。',
  '（二）充实工作队伍。年内选配兼职人员五名，集中培训两次。',
  '清河县档案局',
  '2023年12月20日', '',
].join('\r\n')

const title = '清河县档案局2023年度意识形态工作总结'


test('LIB-1: the story of a clerk: import, outline, fix, move, export, file, and everything is there after a crash', async ({ userData }) => {
  const source = path.join(userData, '网上 下载.txt')
  const output = path.join(userData, '导出 结果.docx')
  await writeFile(source, text)
  const data = path.join(userData, '资料')
  const first = await launchAndu({ userData, args: ['--data', data] })
  const page = await readyPage(first)
  const rooms = new Rooms(page)

  await test.step('import', async () => {
    await answerOpenDialog(first, [source])
    await page.getByRole('button', { name: '导入文件' }).click()
    const result = page.getByRole('dialog', { name: '导入结果' })
    await expect(result).toContainText('1 处需要核对')
    await result.getByRole('button', { name: '打开' }).click()
  })

  await test.step('see the outline, with the wrong number put right', async () => {
    await expect(rooms.outlineRow('一、主要工作情况')).toBeVisible()
    expect((await rooms.outline()).filter((row) => /^[一二三]、|^（/.test(row))).toEqual([
      '一、主要工作情况', '（一）落实工作责任', '（二）加强阵地管理', '（三）抓好学习教育', '二、存在的问题', '三、下一步打算', '（一）健全研判机制', '（二）充实工作队伍',
    ])
  })

  await test.step('fix a heading', async () => {
    await rooms.outlineRow('二、存在的问题').click()
    await rooms.outlineRow('二、存在的问题').press('F2')
    await page.getByRole('textbox', { name: '标题文字' }).fill('存在的主要问题')
    await page.keyboard.press('Enter')
    await expect(rooms.outlineRow('二、存在的主要问题')).toBeVisible()
  })

  await test.step('move a section, its numbers follow', async () => {
    const row = rooms.outlineRow('（三）抓好学习教育')
    await row.click()
    await row.press('Alt+Shift+ArrowUp')
    await expect(rooms.outlineRow('（二）抓好学习教育')).toBeVisible()
    await expect(rooms.outlineRow('（三）加强阵地管理')).toBeVisible()
    await rooms.waitUntilSaved()
  })

  await test.step('export and measure', async () => {
    await answerSaveDialog(first, output)
    await page.getByRole('button', { name: '导出 Word' }).click()
    await expect(page.getByText('已导出“导出 结果.docx”')).toBeVisible()
    const parts = unzipSync(await readFile(output))
    const body = strFromU8(parts['word/document.xml']!)
    const printed = [...body.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map((paragraph) => [...paragraph[0].matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1]).join(''))
    expect(printed.join('')).toContain('二、存在的主要问题')
    expect(printed.filter((line) => /^（[一二三]）/.test(line)).map((line) => line.slice(0, 9))).toEqual(['（一）落实工作责任', '（二）抓好学习教育', '（三）加强阵地管理', '（一）健全研判机制', '（二）充实工作队伍'])
    expect(body).toMatch(/<w:pgSz[^>]*w:w="11906"[^>]*w:h="16838"/)
    // 37, 26 and 28 mm in twentieths of a point; the foot is what 22 lines leave.
    const margins = Object.fromEntries([...(/<w:pgMar[^>]*>/.exec(body)?.[0] ?? '').matchAll(/w:(\w+)="(\d+)"/g)].map((match) => [match[1], Number(match[2])]))
    for (const [side, millimetres] of [['top', 37], ['left', 28], ['right', 26]] as const) expect(Math.abs((margins[side] ?? 0) - millimetres * 56.693)).toBeLessThan(12)
  })

  await test.step('file it', async () => {
    await rooms.setState('定稿')
    await page.getByRole('button', { name: '归档…' }).click()
    await page.getByRole('dialog', { name: '归档' }).getByRole('button', { name: '归档', exact: true }).click()
    await expect(rooms.saved()).toContainText('已归档')
  })

  await test.step('kill', async () => {
    const ended = new Promise((resolve) => first.process().once('exit', resolve))
    first.process().kill('SIGKILL')
    await ended
  })

  const second = await launchAndu({ userData, args: ['--data', data] })
  await test.step('everything is there', async () => {
    const again = await readyPage(second)
    const anew = new Rooms(again)
    await anew.go('归档')
    const row = again.getByRole('row').filter({ hasText: title })
    await expect(row.first()).toContainText('完好')
    await anew.go('书架')
    await again.getByRole('button', { name: /^2023/ }).click()
    await again.getByText(title).first().click()
    await expect(anew.outlineRow('二、存在的主要问题')).toBeVisible()
    await expect(anew.outlineRow('（二）抓好学习教育')).toBeVisible()
    await expect(anew.saved()).toContainText('已归档')
  })
  await second.close()
})
