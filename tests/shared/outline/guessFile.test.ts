import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countingIds } from '../../../shared/base/ids'
import { fileNameTitle } from '../../../shared/outline/fileNameTitle'
import { guessFile, yearOfName } from '../../../shared/outline/guessFile'
import { parseReport } from '../../../shared/outline/parseReport'

const body = '一、工作开展情况\n各股室按照分工做好各项工作，群众反映较好。\n二、存在的问题\n人手不足，资料整理不够及时。'
const guess = (text: string, path: string) => guessFile(parseReport(text, { newId: countingIds() }).content, path)

describe('what a file says by its text and its place', () => {
  it.each<[string, string, number | null, string | null, boolean]>([
    // Title first, and in doubt only if the file's own name says otherwise.
    ['2019年度党建工作总结', '2020年/总结.doc', 2019, 'title', false],
    ['2019年度党建工作总结', '2020年/2018总结.doc', 2019, 'title', true],
    ['工作总结', '2018年工作总结.doc', 2018, 'fileName', false],
    ['工作总结', '旧/2017年/总结.doc', 2017, 'folder', true],
    ['工作总结', '2017年材料/2016.doc', 2016, 'fileName', true],
    ['工作总结', '总结.doc', null, null, true],
    ['工作总结', '总结20190115.doc', 2018, 'fileName', false],
    ['工作总结', '总结 2019-12-25.doc', 2019, 'fileName', false],
    ['工作总结', '19年工作总结.doc', 2019, 'fileName', false],
    ['工作总结', '近20年工作回顾.doc', null, null, true],
    ['工作总结', '二〇二〇年/总结.doc', 2020, 'folder', true],
  ])('FOLDER-4: title %s, path %s', (title, path, year, yearFrom, isYearDoubtful) => {
    expect(guess(`${title}\n${body}`, path)).toMatchObject({ year, yearFrom, isYearDoubtful })
  })

  it('FOLDER-4: the date agrees with the folder or is contradicted by it', () => {
    const dated = (date: string) => `工作总结\n${body}\n县水务局\n${date}`
    expect(guess(dated('2019年12月20日'), '2019年/总结.doc')).toMatchObject({ year: 2019, yearFrom: 'date', isYearDoubtful: false })
    expect(guess(dated('2020年1月10日'), '2019年/总结.doc')).toMatchObject({ year: 2019, yearFrom: 'date', isYearDoubtful: false })
    expect(guess(dated('2020年1月10日'), '总结.doc')).toMatchObject({ year: 2019, yearFrom: 'date', isYearDoubtful: true, otherYear: null })
    expect(guess(dated('2020年12月10日'), '总结.doc')).toMatchObject({ year: 2020, isYearDoubtful: false })
    expect(guess(dated('2016年1月10日'), '2019年/总结.doc')).toMatchObject({ year: 2015, isYearDoubtful: true, otherYear: 2019 })
    expect(guess(dated('2020年12月10日'), '2019年总结.doc')).toMatchObject({ year: 2019, yearFrom: 'fileName', isYearDoubtful: true })
  })

  it('FOLDER-4: a year long before the date is no year of a report, and a heading of the text no kind', () => {
    expect(guess(`关于维修敬老院的请示\n敬老院始建于1998年，1998年投入使用。\n柳河镇人民政府\n2023年5月6日`, '请示.doc')).toMatchObject({ year: 2023, yearFrom: 'date' })
    expect(guess(`教育工作要点\n一、加强党的建设\n${body}`, '要点.doc').kind).toBe('other')
    expect(guess(`工作要点\n现将党的建设工作安排如下。\n${body}`, '要点.doc').kind).toBe('partyBuilding')
  })

  it('FOLDER-4: kind and unit come from the folders where the text names none', () => {
    expect(guess(body, '县水务局/安全生产/2019.doc')).toMatchObject({ kind: 'safety', unit: '县水务局', year: 2019 })
    expect(guess(`党建工作总结\n${body}`, '安全生产/甲.doc').kind).toBe('partyBuilding')
  })

  it.each([
    ['3.2019年党建工作总结（定稿） - 副本.doc', '2019年党建工作总结'], ['2019年党建工作总结.最终版.docx', '2019年党建工作总结'], ['【送审稿】关于安全生产的报告_v2.wps', '关于安全生产的报告'],
    ['复件 (2) 总结.doc', '总结'], ['20191225 工作汇报(1).txt', '工作汇报'], ['01-意识形态_工作_总结.rtf', '意识形态工作总结'], ['第二稿.doc', '第二稿'], ['2019.doc', '2019'], ['.doc', '.doc'],
    ['2019年总结修改稿.doc', '2019年总结'], ['关于修改章程的报告.doc', '关于修改章程的报告']
  ])('FOLDER-4: the title in the name %s is %s', (name, title) => {
    expect(fileNameTitle(name)).toBe(title)
  })

  it('FOLDER-4: any name gives a title that is not empty, and a year or none', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'年月日2019-._ （）()【】总结定稿副本v1稿第一.doc') }), (name) => {
      expect(fileNameTitle(name).length).toBeGreaterThan(0)
      const year = yearOfName(name)
      expect(year === null || (year >= 1900 && year <= 2999)).toBe(true)
    }), { numRuns: 2000, seed: 6 })
  })
})
