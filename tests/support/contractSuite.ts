/** What every keeper of the contract does, told as stories of a clerk: the stand-in of the browser tests and the real handlers both pass it. */
import { expect, it } from 'vitest'
import { contract, type Bridge, type Request, type Response } from '../../shared/ipc/contract'
import type { Channel } from '../../shared/ipc/channels'
import type { Report } from '../../shared/report/report'

export interface OpenedContract {
  readonly call: Bridge['call']
  readonly close: () => Promise<void>
}

const reportText = [
  '清源县档案局2025年度法治建设工作报告', '', '县委：', '2025年，我局认真学习宣传档案法。现将有关情况报告如下：',
  '一、主要工作', '（一）健全制度', '修订查阅制度3项。', '（二）开展普法。组织宣传5场。', '二、下一步打算', '继续推进档案法治建设。', '清源县档案局', '2026年1月5日',
].join('\n')

/** Runs a story on a fresh library; every answer is held against the schema of its call. */
function storiesOver(open: () => Promise<OpenedContract>) {
  return (name: string, tell: (tools: Tools) => Promise<void>) => it(name, async () => {
    const opened = await open()
    try {
      await tell(toolsOf(opened.call))
    } finally {
      await opened.close()
    }
  })
}

/** The stories of the passphrase, which begin in a folder without one. */
export function lockStories(open: () => Promise<OpenedContract>): void {
  const story = storiesOver(open)

  story('LOCK-12: a passphrase is set up with the recovery key typed back, changed, and taken away', async ({ value, code }) => {
    const { id } = await value('report.create', { source: { kind: 'blank' }, kind: 'general', year: 2025, unit: '' })
    const settled = async () => {
      for (;;) {
        const status = await value('lock.state', undefined)
        if (status.work === undefined) return status
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    expect(await settled()).toEqual({ state: 'off' })
    expect(await code('lock.setUp', { step: 'begin', passphrase: '七个字不够长啊' })).toBe('requestMalformed')
    expect(await code('lock.turnOff', { kind: 'passphrase', text: '没有口令' })).toBe('lockUnchanged')
    const begun = await value('lock.setUp', { step: 'begin', passphrase: '青山绿水二〇二六' })
    const recoveryKey = begun.step === 'begun' ? begun.recoveryKey : ''
    expect(await code('lock.setUp', { step: 'confirm', recoveryKey: '0000' })).toBe('recoveryKeyWrong')
    expect((await settled()).state).toBe('off')
    expect((await value('lock.setUp', { step: 'confirm', recoveryKey: recoveryKey.toLowerCase() })).step).toBe('done')
    expect(await settled()).toMatchObject({ state: 'open' })
    expect((await value('report.open', { id })).report.id).toBe(id)
    const byKey = { kind: 'recoveryKey', text: recoveryKey } as const
    expect(await code('lock.change', { secret: { kind: 'passphrase', text: '不是这个' }, passphrase: '另一个八字口令啊' })).toBe('passphraseWrong')
    await value('lock.change', { secret: byKey, passphrase: '另一个八字口令啊' })
    expect(await value('lock.unlock', { kind: 'passphrase', text: '另一个八字口令啊' })).toMatchObject({ state: 'open' })
    await value('lock.turnOff', byKey)
    expect((await settled()).state).toBe('off')
    expect((await value('report.open', { id })).report.id).toBe(id)
  })
}

/** `open` starts with an empty library. */
export function contractSuite(open: () => Promise<OpenedContract>): void {
  const story = storiesOver(open)

  story('IPC-1: an empty library has no report, no hit, nothing filed, six templates', async ({ value }) => {
    expect(await value('library.list', undefined)).toEqual({ reports: [], total: 0, years: [], trashed: 0, damaged: [], isLooking: false })
    expect(await value('library.rows', { year: 2025, limit: 10 })).toEqual({ reports: [], total: 0 })
    expect(await value('library.search', { query: '档案', limit: 10 })).toEqual({ hits: [], total: 0, isComplete: true })
    expect(await value('archive.list', {})).toMatchObject({ year: null, years: [], reports: [] })
    const templates = await value('library.templates', undefined)
    expect(templates).toHaveLength(6)
    expect(templates.every((template) => template.headings.length >= 3)).toBe(true)
    expect((await value('app.info', undefined)).dataFolderName).not.toMatch(/[/\\]/)
  })

  story('IPC-1: a pasted text becomes a draft that is listed, found and opened', async ({ value }) => {
    const { imported, refused } = await value('import.text', { text: reportText })
    expect(refused).toEqual([])
    expect(imported).toMatchObject([{ title: '清源县档案局2025年度法治建设工作报告', year: 2025, findings: 0 }])
    const id = imported[0]?.id ?? ''
    const { reports } = await value('library.list', undefined)
    expect(reports).toMatchObject([{ id, kind: 'ruleOfLaw', year: 2025, state: 'draft', isTrashed: false, unit: '清源县档案局' }])
    const { hits, total } = await value('library.search', { query: '宣传5场', limit: 10 })
    expect(total).toBe(1)
    expect(hits[0]?.excerpt.slice(hits[0].from, hits[0].to)).toBe('宣传5场')
    const opened = await value('report.open', { id })
    expect(opened).toMatchObject({ isReadOnly: false, report: { addressee: '县委', date: '2026年1月5日' } })
    expect(opened.report.blocks.some((block) => block.id === hits[0]?.blockId)).toBe(true)
  })

  story('IPC-1: files come in one by one; what is refused stands beside what came in', async ({ value }) => {
    const bytes = new TextEncoder().encode(reportText)
    const outcome = await value('import.dropped', { files: [{ name: '报告.txt', bytes }, { name: '空.txt', bytes: new Uint8Array(0) }] })
    expect(outcome.imported.map((file) => file.fileName)).toEqual(['报告.txt'])
    expect(outcome.refused).toMatchObject([{ fileName: '空.txt', error: { code: 'fileEmpty' } }])
    expect(outcome.imported[0]).toMatchObject({ isKnown: false, notes: [] })
    const again = await value('import.dropped', { files: [{ name: '报告.txt', bytes }] })
    expect(again.imported[0]?.id).toBe(outcome.imported[0]?.id)
    expect(again.imported[0]?.isKnown).toBe(true)
  })

  story('IPC-1: a new report from a template, and one from last year', async ({ value, code }) => {
    const first = await value('report.create', { source: { kind: 'template', templateId: 'safety' }, kind: 'safety', year: 2024, unit: '清源县档案局' })
    const next = await value('report.create', { source: { kind: 'lastYear', from: first.id }, kind: 'safety', year: 2025, unit: '' })
    const { report } = await value('report.open', { id: next.id })
    expect(report).toMatchObject({ year: 2025, unit: '清源县档案局', state: 'draft', origin: { kind: 'lastYear', from: first.id } })
    expect(report.title.join('')).toContain('2025')
    expect(await code('report.create', { source: { kind: 'lastYear', from: unknownId }, kind: 'safety', year: 2025, unit: '' })).toBe('reportNotFound')
  })

  story('IPC-1: each save is a newer generation, and a save on an older base tells of the conflict', async ({ value, code }) => {
    const { id } = await value('report.create', { source: { kind: 'blank' }, kind: 'general', year: 2025, unit: '' })
    const { report, generation } = await value('report.open', { id })
    const saved = await value('report.save', { report: { ...report, title: ['工作总结'] }, base: generation, cause: 'auto' })
    expect(saved.generation).toBeGreaterThan(generation)
    expect(saved.conflictWith).toBeUndefined()
    expect((await value('report.open', { id })).report.title).toEqual(['工作总结'])
    expect((await value('report.save', { report, base: generation, cause: 'auto' })).conflictWith).toBe(saved.generation)
    expect(await code('report.save', { report: { ...report, id: unknownId }, base: 1, cause: 'auto' })).toBe('reportNotFound')
  })

  story('VERSION-1: versions are listed, named, opened and brought back', async ({ value, code }) => {
    const { imported } = await value('import.text', { text: reportText })
    const id = imported[0]?.id ?? ''
    const { report, generation } = await value('report.open', { id })
    await value('report.nameVersion', { id, generation, name: '初稿' })
    const saved = await value('report.save', { report: { ...report, title: ['改过的标题'] }, base: generation, cause: 'auto' })
    await value('report.setState', { id, state: 'review' })
    const { versions } = await value('report.versions', { id })
    expect(versions.map(({ name }) => name)).toEqual(['送审稿', '', '初稿'])
    expect(versions[1]).toMatchObject({ generation: saved.generation, parent: generation, cause: 'auto' })
    expect(await value('report.openVersion', { id, generation })).toMatchObject({ name: '初稿', report: { title: ['清源县档案局2025年度法治建设工作报告'] } })
    await value('report.restoreVersion', { id, generation })
    expect((await value('report.open', { id })).report).toMatchObject({ state: 'review', title: ['清源县档案局2025年度法治建设工作报告'] })
    await value('report.unnameVersion', { id, generation })
    expect((await value('report.versions', { id })).versions.map(({ name }) => name)).toEqual(['', '送审稿', '', ''])
    expect(await code('report.openVersion', { id, generation: 99 })).toBe('versionNotFound')
    expect(await code('report.nameVersion', { id, generation, name: ' ' })).toBe('requestMalformed')
  })

  story('PHRASE-2: a phrase comes in, is counted, goes and comes back', async ({ value, code }) => {
    const before = (await value('phrases.read', undefined)).library
    const { library } = await value('phrases.change', { kind: 'add', phrases: [{ category: '自己的', text: '一次办成。', source: { reportId: unknownId, year: 2025 } }] })
    const added = library.phrases.at(-1)
    expect(added).toMatchObject({ category: '自己的', text: '一次办成。', uses: 0, source: { year: 2025 } })
    expect(library.categories).toEqual([...before.categories, '自己的'])
    const id = added?.id ?? ''
    expect((await value('phrases.change', { kind: 'used', id })).library.phrases.at(-1)?.uses).toBe(1)
    expect((await value('phrases.change', { kind: 'remove', id })).library.phrases).toEqual(before.phrases)
    expect(await value('phrases.read', undefined)).toEqual({ library: { ...before, categories: [...before.categories, '自己的'] } })
    expect(await code('phrases.change', { kind: 'add', phrases: [{ category: '甲', text: '长'.repeat(5001) }] })).toBe('requestMalformed')
  })

  story('TEMPLATE-1: a template of the unit is made, opened, saved, used and taken away without ever being a report', async ({ value, code }) => {
    const { imported } = await value('import.text', { text: reportText })
    const source = imported[0]?.id ?? ''
    const { id } = await value('template.create', { from: { kind: 'report', id: source }, name: '法治报告', kind: 'ruleOfLaw' })
    expect((await value('library.list', undefined)).reports.map((row) => row.id)).toEqual([source])
    expect((await value('library.templates', undefined)).filter(({ isOwn }) => isOwn)).toMatchObject([{ id, name: '法治报告', kind: 'ruleOfLaw', headings: ['主要工作', '下一步打算'], isHidden: false }])
    const { report, generation, template } = await value('report.open', { id })
    expect(template).toEqual({ name: '法治报告' })
    expect(report.title).toEqual(['〔单位〕〔年度〕年度法治建设工作报告'])
    await value('report.save', { report: { ...report, addressee: '县委' }, base: generation, cause: 'auto' })
    expect((await value('library.search', { query: '法治建设工作报告', limit: 5 })).total).toBe(1)
    const made = await value('report.create', { source: { kind: 'template', templateId: id }, kind: 'ruleOfLaw', year: 2026, unit: '青河县司法局' })
    expect((await value('report.open', { id: made.id })).report).toMatchObject({ title: ['青河县司法局2026年度法治建设工作报告'], addressee: '县委', signature: ['青河县司法局'], date: '', year: 2026, origin: { kind: 'template', from: id } })
    await value('template.rename', { id, name: ' 新名称 ', kind: 'general' })
    await value('template.remove', { id })
    expect((await value('library.templates', undefined)).some(({ isOwn }) => isOwn)).toBe(false)
    await value('template.restore', { id })
    expect((await value('library.templates', undefined))[0]).toMatchObject({ id, name: '新名称', kind: 'general' })
    expect(await code('template.rename', { id: unknownId, name: '无', kind: 'other' })).toBe('reportNotFound')
    const copy = await value('template.create', { from: { kind: 'builtIn', templateId: 'safety' }, name: '安全（本单位）', kind: 'safety' })
    expect((await value('report.open', { id: copy.id })).report.title.join('')).toContain('〔年度〕年')
    await value('settings.write', { hiddenTemplates: ['safety'] })
    expect((await value('library.templates', undefined)).find((row) => row.id === 'safety')?.isHidden).toBe(true)
  })

  story('IPC-1: what lies in the trash is listed as such, cannot be changed, and comes back', async ({ value, code }) => {
    const { id } = await value('report.create', { source: { kind: 'blank' }, kind: 'general', year: 2025, unit: '' })
    await value('report.trash', { id })
    expect((await value('library.list', undefined)).reports).toMatchObject([{ id, isTrashed: true }])
    expect(await code('report.setState', { id, state: 'final' })).toBe('reportTrashed')
    await value('report.restore', { id })
    expect((await value('library.list', undefined)).reports).toMatchObject([{ id, isTrashed: false }])
  })

  story('IPC-1: a copy is a draft of its own', async ({ value }) => {
    const { imported } = await value('import.text', { text: reportText })
    const id = imported[0]?.id ?? ''
    await value('report.setState', { id, state: 'review' })
    const copy = await value('report.duplicate', { id })
    expect(copy.id).not.toBe(id)
    const { reports } = await value('library.list', undefined)
    expect(reports.map((report) => report.state).sort()).toEqual(['draft', 'review'])
  })

  story('FILE-1: only a final report is filed; then it is read-only, intact, and corrected beside itself', async ({ value, code }) => {
    const { imported } = await value('import.text', { text: reportText })
    const id = imported[0]?.id ?? ''
    expect(await code('archive.file', { id })).toBe('notFinal')
    expect(await code('archive.correct', { id, reason: '第三部分的人数有误' })).toBe('notFinal')
    await value('report.setState', { id, state: 'final' })
    const filed = await value('archive.file', { id })
    expect(filed).toMatchObject({ summary: { id, state: 'filed' }, isIntact: true })
    expect(filed.contentSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await code('archive.file', { id })).toBe('alreadyFiled')
    expect(await code('report.trash', { id })).toBe('reportFiled')
    const opened = await value('report.open', { id })
    expect(opened.isReadOnly).toBe(true)
    expect(await code('report.save', { report: opened.report, base: opened.generation, cause: 'auto' })).toBe('reportFiled')
    const correction = await value('archive.correct', { id, reason: '第三部分的人数有误' })
    expect(await value('archive.correct', { id, reason: '第三部分的人数有误' })).toEqual(correction)
    expect((await value('report.open', { id: correction.id })).isReadOnly).toBe(false)
    expect(await value('archive.list', {})).toMatchObject({ reports: [filed], rounds: { pieces: 1, fresh: 1, broken: [] } })
    await value('report.setState', { id: correction.id, state: 'final' })
    await value('archive.file', { id: correction.id })
    expect((await value('archive.list', {})).reports.find((one) => one.summary.id === id)?.supersededBy).toBe(correction.id)
  })

  story('FIND-11: words are shown in every report before they are replaced; filed reports are named and left alone', async ({ value }) => {
    const filed = (await value('import.text', { text: reportText, year: 2024 })).imported[0]?.id ?? ''
    await value('report.setState', { id: filed, state: 'final' })
    await value('archive.file', { id: filed })
    const id = (await value('import.text', { text: reportText, year: 2025 })).imported[0]?.id ?? ''
    const query = { words: '法治建设', matchWidth: false, matchCase: false, wholeWord: false }
    const all = await value('library.previewReplace', { query, scope: { kind: 'all' } })
    expect(all).toMatchObject({ total: 2, reports: [{ id, year: 2025, total: 2, places: [{ place: 'title' }, { place: 'body' }] }, { id: filed, total: 2, places: [], blocked: { code: 'reportFiled' } }] })
    expect((await value('library.previewReplace', { query, scope: { kind: 'year', year: 2024 } })).reports).toHaveLength(1)
    expect((await value('library.previewReplace', { query, scope: { kind: 'all' }, except: id })).total).toBe(0)

    const generation = all.reports[0]?.generation ?? 0
    const { done, refused } = await value('library.replace', { query, replacement: '依法治理', reports: [{ id, generation, chosen: [1] }, { id: filed, generation: all.reports[1]?.generation ?? 0, chosen: [0] }] })
    expect(refused).toMatchObject([{ id: filed, error: { code: 'reportFiled' } }])
    expect(done).toMatchObject([{ id, replaced: 1, former: generation }])
    const { report } = await value('report.open', { id })
    expect(report.title.join('')).toContain('法治建设')
    expect(JSON.stringify(report.blocks)).toContain('档案依法治理')
    expect((await value('library.replace', { query, replacement: '甲', reports: [{ id, generation, chosen: [0] }] })).refused).toMatchObject([{ id, error: { code: 'changedMeanwhile' } }])

    const back = { id, generation: done[0]?.generation ?? 0, former: generation }
    expect((await value('library.takeBack', { reports: [back] })).done).toMatchObject([{ id }])
    expect(JSON.stringify((await value('report.open', { id })).report.blocks)).toContain('档案法治建设')
    expect((await value('library.takeBack', { reports: [back] })).refused).toMatchObject([{ id, error: { code: 'changedMeanwhile' } }])
  })

  story('IPC-1: settings keep what is not changed', async ({ value, code }) => {
    const before = await value('settings.read', undefined)
    expect(before).toMatchObject({ theme: 'system', zoom: 100, hasSeenWelcome: false })
    await value('settings.write', { theme: 'dark' })
    expect(await value('settings.read', undefined)).toEqual({ ...before, theme: 'dark' })
    expect(await code('settings.write', { zoom: 5 })).toBe('requestMalformed')
  })

  story('IPC-4: what cannot be done comes back as a code', async ({ value, code }) => {
    for (const channel of ['report.open', 'report.duplicate', 'archive.file', 'archive.number'] as const) expect(await code(channel, { id: unknownId })).toBe('reportNotFound')
    expect(await code('report.open', { id: '../../etc/passwd' })).toBe('requestMalformed')
    expect(await code('export.open', { token: 'unknown' })).toBe('fileNotFound')
    expect(await code('export.reveal', { token: 'unknown' })).toBe('fileNotFound')
    const { id } = await value('report.create', { source: { kind: 'blank' }, kind: 'general', year: 2025, unit: '' })
    expect(await code('export.file', { id, format: 'word' })).toBe('nothingToExport')
  })
}

const unknownId: Report['id'] = 'r-0123456789abcdefghjkmnpqrs'

interface Tools {
  readonly value: <C extends Channel>(channel: C, request: Request<C>) => Promise<Response<C>>
  readonly code: <C extends Channel>(channel: C, request: Request<C>) => Promise<string>
}

function toolsOf(call: Bridge['call']): Tools {
  return {
    value: async (channel, request) => {
      const reply = await call(channel, request)
      if (!reply.ok) throw new Error(`${channel} failed: ${JSON.stringify(reply.error)}`)
      const parsed = contract[channel].response.safeParse(reply.value)
      if (!parsed.success) throw new Error(`${channel} answers against its schema: ${parsed.error.message}`)
      return reply.value
    },
    code: async (channel, request) => {
      const reply = await call(channel, request)
      return reply.ok ? 'succeeded' : reply.error.code
    },
  }
}
