import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exitCodeOf, exitCodes } from '../../../electron/cli/exitCodes'
import { errorCodes } from '../../../shared/base/errors'
import { runIn } from '../../support/commandLine'

const text = ['清河县档案局2025年度工作总结', '', '各科室：', '一、主要做法', '（一）坚持加强理论学习。全年组织干部职工集中学习十二次，撰写心得体会八十余篇，学习氛围进一步浓厚。',
  '（三）狠抓工作任务落实。各科室按月报送进展情况，办公室按季度通报，年初确定的各项任务全部完成。', '二、存在问题', '与先进单位相比，工作中还有差距和不足，需要在今后认真加以改进。', '', '清河县档案局', '2025年12月20日', ''].join('\n')

let folder = ''
const file = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'andu 命令行 '))
  writeFileSync(file('年度 总结.txt'), text)
  writeFileSync(file('--json'), text)
  writeFileSync(file('空.txt'), '')
  writeFileSync(file('a.docx'), Buffer.from('PK\u0003\u0004 word/document.xml', 'latin1'))
  mkdirSync(file('文件夹'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const andu = (...argv: readonly string[]): ReturnType<typeof runIn> => runIn(folder, argv)

describe('outline', () => {
  it('CLI-5: tells the structure as JSON with lines of the source, and nothing else', async () => {
    const { code, out, err } = await andu('outline', '年度 总结.txt', '--json')
    expect([code, err]).toEqual([0, ''])
    const outline = JSON.parse(out)
    expect(Object.keys(outline)).toEqual(['title', 'addressee', 'headings', 'enumerations', 'signature', 'date', 'diagnostics'])
    expect(outline.title).toBe('清河县档案局2025年度工作总结')
    expect(outline.addressee).toBe('各科室')
    expect(outline.headings).toEqual([
      { line: 4, level: 1, number: '一、', text: '主要做法', runIn: false },
      { line: 5, level: 2, number: '（一）', text: '坚持加强理论学习', runIn: true },
      { line: 6, level: 2, number: '（三）', text: '狠抓工作任务落实', runIn: true },
      { line: 7, level: 1, number: '二、', text: '存在问题', runIn: false },
    ])
    expect(outline.signature).toEqual(['清河县档案局'])
    expect(outline.date).toBe('2025年12月20日')
    expect(outline.diagnostics).toEqual([{ code: 'skippedNumber', line: 6, found: '（三）', expected: '（二）' }])
  })

  it('CLI-3: ends with 0 although it has diagnostics to tell, and is readable without --json', async () => {
    const { code, out } = await andu('outline', '年度 总结.txt')
    expect(code).toBe(0)
    expect(out).toContain('    （一）坚持加强理论学习  [5]')
    expect(out).toContain('序号不连续：这里是“（三）”，应为“（二）”。')
  })

  it('SKELETON-6: prints the skeleton with its gauges, as text and as data', async () => {
    const { code, out } = await andu('outline', '年度 总结.txt', '--skeleton')
    expect(code).toBe(0)
    expect(out).toContain('一、主要做法\n　（一）坚持加强理论学习')
    expect(out).toMatch(/（一）坚持加强理论学习 {2}8 字 {2}动宾 {2}\[5\]/)
    const found = JSON.parse((await andu('outline', '年度 总结.txt', '--skeleton', '--json')).out)
    expect(Object.keys(found)).toEqual(['rows', 'groups'])
    expect(found.groups.map(({ parent }: { readonly parent: string | null }) => parent)).toEqual([null, '一、主要做法'])
  })

  it('CLI-2: after -- a word is a file name, whatever it looks like', async () => {
    expect((await andu('outline', '--', '--json')).out).toContain('清河县档案局2025年度工作总结')
  })
})

describe('text and export', () => {
  it('CLI-9: text says what the file says, wrong numbers and all', async () => {
    const { code, out } = await andu('text', '年度 总结.txt')
    expect([code, out]).toEqual([0, text.endsWith('\n') ? text : `${text}\n`])
    writeFileSync(file('乱.txt'), '清水发〔2024〕3号\n工作总结\n四、做法\n正文。\n四、问题\n正文。\n抄送：县委。')
    expect((await andu('text', '乱.txt')).out).toBe('清水发〔2024〕3号\n工作总结\n四、做法\n正文。\n四、问题\n正文。\n抄送：县委。\n')
    expect(JSON.parse((await andu('text', '乱.txt', '--json')).out)).toMatchObject({ format: 'text', encoding: 'UTF-8', met: { hidden: 0 } })
  })

  it('CLI-1: export writes a Word file where it was told', async () => {
    const { code, err } = await andu('export', '年度 总结.txt', '-o', '导出 结果.docx')
    expect([code, err]).toEqual([0, ''])
    expect(readFileSync(file('导出 结果.docx')).subarray(0, 2).toString()).toBe('PK')
  })
})

describe('compare', () => {
  it('COMPARE-7: tells what changed for people and as JSON, and ends with 0', async () => {
    writeFileSync(file('新 总结.txt'), text.replace('十二次', '十五次').replace('（三）', '（二）').replace('各科室：', '局属各单位：').replace('二、存在问题', '年底组织了考核。\n二、存在问题'))
    const { code, out, err } = await andu('compare', '年度 总结.txt', '新 总结.txt')
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain('主送机关\t[-各科室-]{+局属各单位+}')
    expect(out).toContain('修改\t（一）坚持加强理论学习。全年组织干部职工集中学习[-十二-]{+十五+}次，')
    expect(out).toContain('新增\t年底组织了考核。')
    expect(out).not.toContain('存在问题')
    const comparison = JSON.parse((await andu('compare', '年度 总结.txt', '新 总结.txt', '--json')).out)
    expect(comparison).toMatchObject({ isEqual: false, counts: { changed: 2, moved: 0 } })
    expect((await andu('compare', '年度 总结.txt', '年度 总结.txt')).out).toBe('两份材料的文字和层次相同。\n')
  })
})

describe('redline', () => {
  it('REDLINE-4: writes the changes between two files as tracked changes with the name that was given', async () => {
    writeFileSync(file('改后.txt'), text.replace('十二次', '十五次'))
    const { code, err } = await andu('redline', '年度 总结.txt', '改后.txt', '-o', '花脸稿.docx', '--author', '王主任')
    expect([code, err]).toEqual([0, ''])
    const xml = strFromU8(unzipSync(readFileSync(file('花脸稿.docx')))['word/document.xml'] ?? new Uint8Array())
    expect(xml).toMatch(/<w:del [^>]*w:author="王主任"[^>]*>.*十二<.*<w:ins [^>]*w:author="王主任"[^>]*>.*十五</)
  })
})

describe('review', () => {
  it('READBACK-7: lists the changes with numbers and writes the report with those that are accepted', async () => {
    writeFileSync(file('退回.txt'), text.replace('十二次', '十五次').replace('八十余篇', '一百篇').replace('各科室：', '局属各单位：'))
    const { code, out, err } = await andu('review', '年度 总结.txt', '退回.txt')
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n')).toEqual([expect.stringMatching(/^1\t改标题或落款\t/), expect.stringMatching(/^2\t修改\t/), ''])
    expect((await andu('review', '年度 总结.txt', '退回.txt', '--accept', '2', '-o', '采纳.txt')).code).toBe(0)
    expect(readFileSync(file('采纳.txt'), 'utf8')).toMatch(/各科室：[^]*十五次[^]*一百篇/)
    expect((await andu('review', '年度 总结.txt', '退回.txt', '--accept', 'all', '-o', '采纳.txt', '--json')).out).toContain('"kind": "field"')
    expect((await andu('compare', '采纳.txt', '退回.txt')).out).toBe('两份材料的文字和层次相同。\n')
  })

  it('READBACK-7: reads a Word file back as a copy of the own one', async () => {
    await andu('export', '年度 总结.txt', '-o', '送审.docx')
    expect((await andu('review', '年度 总结.txt', '送审.docx')).out).toBe('两份材料的文字和层次相同。\n')
    await andu('export', '退回.txt', '-o', '退回.docx')
    expect((await andu('review', '年度 总结.txt', '退回.docx')).out.split('\n')).toHaveLength(3)
    expect((await andu('compare', '退回.txt', '退回.docx')).out).toBe('两份材料的文字和层次相同。\n')
  })
})

describe('import and library list', () => {
  it('CLI-4: what is imported into a data folder is listed from it, and can be exported by its id', async () => {
    const imported = await andu('import', '年度 总结.txt', '--year', '2024', '--data', '资料', '--json')
    expect([imported.code, imported.err]).toEqual([0, ''])
    const [report] = JSON.parse(imported.out).imported
    expect(report).toMatchObject({ fileName: '年度 总结.txt', title: '清河县档案局2025年度工作总结', year: 2024, encoding: 'UTF-8', findings: 1 })
    const listed = await andu('library', 'list', '--data', '资料', '--json')
    expect(JSON.parse(listed.out).reports).toMatchObject([{ id: report.id, title: report.title, year: 2024, state: 'draft' }])
    expect((await andu('library', 'list', '--data=资料')).out).toContain(report.id)
    expect((await andu('export', report.id, '-o', '库.docx', '--data', '资料')).code).toBe(0)
  })

  it('IMPORT-4: a refused file is told and stops nothing', async () => {
    const { code, out, err } = await andu('import', 'a.docx', '年度 总结.txt', '--data', '资料二', '--json')
    expect(code).toBe(exitCodes.unreadable)
    const outcome = JSON.parse(out)
    expect([outcome.imported.length, outcome.refused.length]).toEqual([1, 1])
    expect(err).toContain('已损坏')
  })
})

const refusals: readonly (readonly [argv: readonly string[], code: number, message: RegExp])[] = [
  [['frobnicate'], 2, /没有“frobnicate”这个命令/],
  [['toString'], 2, /没有“toString”这个命令/],
  [['outline'], 2, /缺少参数/],
  [['outline', 'a', 'b'], 2, /多出了一个参数“b”/],
  [['outline', 'a', '--yaml'], 2, /没有“--yaml”这个选项/],
  [['outline', 'a', '--json=yes'], 2, /不带内容/],
  [['outline', 'a', '--json', '--json'], 2, /写了两次/],
  [['outline', '没有.txt'], 3, /找不到文件“没有.txt”/],
  [['outline', '文件夹'], 3, /是一个文件夹/],
  [['outline', '空.txt'], 4, /没有文字/],
  [['outline', 'a.docx'], 3, /已损坏或没有下载完整/],
  [['export', '年度 总结.txt'], 2, /需要选项“-o”/],
  [['export', '年度 总结.txt', '-o'], 2, /“-o”后面缺少内容/],
  [['export', '年度 总结.txt', '-o', 'x.wps'], 2, /请用 .docx、.pdf、.ofd 或 .txt 结尾/],
  [['export', '年度 总结.txt', '-o', '没有/x.docx'], 5, /找不到文件夹/],
  [['export', 'a.docx', '-o', 'a.docx'], 2, /输出文件与输入文件相同/],
  [['compare', '年度 总结.txt'], 2, /缺少参数/],
  [['compare', '年度 总结.txt', '没有.txt'], 3, /找不到文件“没有.txt”/],
  [['compare', 'r-0123456789abcdefghjkmnpqrs', '年度 总结.txt'], 2, /命令“compare”需要选项“--data”/],
  [['redline', '年度 总结.txt', '年度 总结.txt'], 2, /命令“redline”需要选项“-o”/],
  [['redline', '年度 总结.txt', '年度 总结.txt', '-o', 'x.txt'], 2, /不是 .docx 文件名/],
  [['redline', 'a.docx', '年度 总结.txt', '-o', 'a.docx'], 2, /输出文件与输入文件相同/],
  [['review', '年度 总结.txt', '年度 总结.txt', '--accept', 'all'], 2, /需要选项“-o”/],
  [['review', '年度 总结.txt', '年度 总结.txt', '--accept', '7', '-o', 'x.txt'], 2, /“7”不是改动的编号/],
  [['import', '年度 总结.txt'], 2, /需要选项“--data”/],
  [['import', '年度 总结.txt', '--data', 'd', '--year', '24'], 2, /年度“24”/],
  [['library', 'burn', '--data', 'd'], 2, /没有“library burn”这个命令/],
  [['export', 'r-0123456789abcdefghjkmnpqrs', '-o', 'x.docx', '--data', '资料'], 6, /没有找到这份材料/],
]

describe('refusals', () => {
  it.each(refusals)('CLI-3: %j ends with %i and one message', async (argv, code, message) => {
    const result = await andu(...argv)
    expect(result.code).toBe(code)
    expect(result.err).toMatch(message)
    expect(result.err.trimEnd().split('\n')).toHaveLength(1)
    expect(result.err).not.toMatch(/\bat .*:\d+:\d+|Error:/)
    expect(result.out).toBe('')
  })

  it('CLI-3: every expected failure has an exit code from 3 to 9', () => {
    for (const code of errorCodes) expect(exitCodeOf(code)).toBeGreaterThanOrEqual(3)
  })

  it('CLI-3: a refused export leaves the old file as it was', async () => {
    writeFileSync(file('旧.docx'), 'old')
    expect((await andu('export', '空.txt', '-o', '旧.docx')).code).toBe(4)
    expect(readFileSync(file('旧.docx'), 'utf8')).toBe('old')
  })
})

describe('help and version', () => {
  it.each(['help', '--help', '-h'])('CLI-1: %s shows every command', async (word) => {
    const { code, out } = await andu(word)
    expect(code).toBe(0)
    for (const command of ['outline', 'text', 'export', 'compare', 'redline', 'review', 'import', 'library list', 'version']) expect(out).toContain(command)
  })

  it('CLI-1: version tells the version', async () => {
    expect((await andu('version')).out).toBe('案牍 Andu 0.0.0\n')
  })
})
