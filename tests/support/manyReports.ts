/** A data folder with as many reports as one likes, written straight to the disk: generation files with right hashes, as the program writes them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeGeneration } from '../../electron/storage/generationFile'
import type { Report } from '../../shared/report/report'
import { reportKinds } from '../../shared/report/kinds'
import { generationName } from '../../shared/store/envelope'
import { reportFormat } from '../../shared/store/storedReportSchema'
import { chance } from './simulatedDisk'

const units = ['青河县应急管理局', '青河县农业农村局', '白石镇人民政府', '青河县水务局', '青河县教育局']
const starts = ['今年以来，', '年初，', '在县委的领导下，', '对照年初的任务，', '围绕中心工作，', '上半年，', '针对检查中发现的不足，', '入汛以后，']
const doers = ['各股室', '全局干部', '驻村工作队', '执法大队', '各乡镇', '水利站', '包片干部', '值班人员']
const deeds = ['走访农户', '排查隐患', '整修渠道', '核对台账', '开展演练', '培训人员', '发放资料', '巡查堤坝', '清理沟道', '登记造册']
const ends = ['，底数更清楚了', '，问题逐项销号', '，群众比较满意', '，进度快于上年', '；仍有两处没有完成', '，资料都已归卷', '，责任落实到人', '，下一步还要跟进']

/** Of how many years the reports are, the newest first. */
const newestYear = 2025

export interface ManyReports {
  readonly count: number
  /** Years over which they are spread; 20 if absent. */
  readonly years?: number
  /** Paragraphs of each, about 55 characters each; 50 if absent. */
  readonly paragraphs?: number
  readonly seed?: number
}

/** Writes the reports into `<root>/reports`, each with one generation, and gives their ids. `rare` stands in each hundredth report, `only` in the last. */
export function writeManyReports(root: string, { count, years = 20, paragraphs = 50, seed = 7 }: ManyReports): readonly string[] {
  const next = chance(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? ''
  const sentence = (): string => `${pick(starts)}${pick(doers)}${pick(deeds)}${Math.floor(next() * 900) + 10}次、${pick(deeds)}${Math.floor(next() * 90) + 3}处${pick(ends)}。`
  const pool = Array.from({ length: 2000 }, () => `${sentence()}${sentence()}`)
  mkdirSync(join(root, 'reports'), { recursive: true })
  return Array.from({ length: count }, (_, index) => {
    const id = manyReportId(index)
    const year = newestYear - Math.floor((index * years) / count)
    const kind = reportKinds[index % reportKinds.length]?.id ?? 'other'
    const texts = Array.from({ length: paragraphs }, (_unused, at) => (at === 3 && index % 100 === 0 ? `${pick(pool)}${manyReportWords.rare}。` : pick(pool)))
    if (index === count - 1) texts.push(`${manyReportWords.only}。`)
    const report: Report = {
      id, kind, year, unit: units[index % units.length] ?? '', state: index % 3 === 0 ? 'draft' : 'final', title: [`${year}年第${index + 1}号工作总结`], addressee: '县政府',
      blocks: texts.map((text, at) => ({ kind: 'text', id: `b${at}`, level: 0, runs: [{ text }] })), attachments: [], signature: [units[index % units.length] ?? ''], date: `${year}年12月31日`, note: '', numbering: 'restart', setAside: [], origin: { kind: 'blank' },
    }
    const { bytes } = encodeGeneration({ number: 1, parent: 0, version: reportFormat.version, time: new Date(Date.UTC(year, 11, 1, 8) + index).toISOString(), cause: 'create', data: { report } })
    mkdirSync(join(root, 'reports', id))
    writeFileSync(join(root, 'reports', id, generationName(1)), bytes)
    return id
  })
}

export function manyReportId(index: number): string {
  return `r-${String(index).padStart(26, '0')}`
}

/** Words that stand in each hundredth of the reports, in the very last one, in all of them, and in none. */
export const manyReportWords = { rare: '蓄滞洪区', only: '白鹭归来', common: '走访农户', none: '海上钻井平台' } as const
