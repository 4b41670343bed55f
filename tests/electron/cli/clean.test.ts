import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openLibrary } from '../../../electron/library/openLibrary'
import { realSurroundings } from '../../../electron/storage/surroundings'
import type { CleaningChoice } from '../../../shared/cleaning/cleaningSchema'
import { runIn } from '../../support/commandLine'

const dirty = ['清河县档案局2025年度工作总结', '', '　　2025年以来,全局认真抓好各项工作(含下属单位)。', '一、主要做法', '（一）加强学习。落实"三会一课"制度，参学率98% 。', '增长9％，完成任务。', '更多精彩范文请关注公众号：山海文稿', '', '清河县档案局', '２０２５年12月20日', ''].join('\n')

let folder = ''
const andu = (...argv: readonly string[]): ReturnType<typeof runIn> => runIn(folder, argv)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'andu 清理 '))
  writeFileSync(join(folder, '总结.txt'), dirty)
})
afterAll(() => rmSync(folder, { recursive: true }))

it('CLEAN-12: lists what could be cleaned by its lines, and what the reading set aside', async () => {
  const { code, out, err } = await andu('clean', '总结.txt', '--json')
  expect([code, err]).toEqual([0, ''])
  const listed = JSON.parse(out)
  expect(listed.proposals.map((each: { line: number; rule: string; before: string; after: string; isDoubtful: boolean }) => [each.line, each.rule, each.before, each.after, each.isDoubtful])).toEqual([
    [3, 'halfWidth', ',', '，', false], [3, 'halfWidth', '(含下属单位)', '（含下属单位）', false], [5, 'quotes', '"三会一课"', '“三会一课”', false], [5, 'blanks', ' ', '', false],
    [6, 'fullWidth', '9％', '9%', true], [10, 'fullWidth', '２０２５', '2025', false],
  ])
  expect(listed.setAside).toEqual([{ line: 7, text: '更多精彩范文请关注公众号：山海文稿' }])
  const read = await andu('clean', '总结.txt')
  expect(read.out).toContain('可清理 6 处，其中 1 处请核对')
  expect(read.out).toContain('第 3 行\t半角标点\t2025年以来[-,-]{+，+}全局')
  expect(read.out).toContain('第 7 行\t更多精彩范文')
})

it('CLEAN-12: -o writes the cleaned text without what is doubtful, never over a file that exists', async () => {
  const { code, out } = await andu('clean', '总结.txt', '-o', '净.txt')
  expect([code, out]).toEqual([0, '已清理 5 处，写成 净.txt\n'])
  const written = readFileSync(join(folder, '净.txt'), 'utf8')
  expect(written).toContain('2025年以来，全局认真抓好各项工作（含下属单位）。')
  expect(written).toContain('增长9％')
  expect(written).not.toContain('公众号')
  const again = await andu('clean', '总结.txt', '-o', '净.txt')
  expect(again.code).toBe(2)
  expect(again.err).toContain('已经存在')
  expect((await andu('clean', '总结.txt', '-o', '总结.txt')).code).toBe(2)
  expect((await andu('clean', '总结.txt', '-o', '净.docx')).code).toBe(2)
  expect(readFileSync(join(folder, '总结.txt'), 'utf8')).toBe(dirty)
})

it('CLEAN-12: a clean file has nothing to clean, and a file that cannot be read is refused', async () => {
  expect((await andu('clean', '净.txt')).out).toContain('其中 1 处请核对')
  writeFileSync(join(folder, '干净.txt'), '一、工作情况\n各项工作圆满完成。\n')
  expect((await andu('clean', '干净.txt')).out).toBe('没有需要清理的内容。\n')
  expect((await andu('clean', '没有.txt')).code).toBe(3)
})

it('CLEAN-12: --data takes the rules of the unit', async () => {
  const path = join(folder, '数据')
  const given: CleaningChoice = { off: ['halfWidth', 'quotes'], own: [{ kind: 'text', words: '各项工作', replacement: '全部工作' }] }
  const opened = await openLibrary({ ...realSurroundings(process.platform), folder: path, mustExist: false, untitled: '未命名', program: 'test', exportWord: async () => ({ bytes: new Uint8Array(), changes: [] }), exportReport: async () => ({ bytes: new Uint8Array(), changes: [] }) })
  if (!opened.ok) throw new Error(opened.error.code)
  await opened.value.writeSettings({ cleaning: { off: [...given.off], own: [...given.own] } })
  await opened.value.close()
  const { out } = await andu('clean', '总结.txt', '--json', '--data', '数据')
  expect(JSON.parse(out).proposals.map((each: { rule: string; before: string }) => [each.rule, each.before])).toEqual([['own', '各项工作'], ['blanks', ' '], ['fullWidth', '9％'], ['fullWidth', '２０２５']])
  expect((await andu('clean', '总结.txt', '--data', '没有这个')).code).toBeGreaterThan(2)
})
