import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerRequest, type Handlers } from '../../../electron/ipc/answer'
import type { Facts, Log } from '../../../electron/log'
import { AppFailure } from '../../../shared/base/errors'
import { fail, succeed } from '../../../shared/base/result'
import { channels, type Channel } from '../../../shared/ipc/channels'
import { contract } from '../../../shared/ipc/contract'

function door(answer: (channel: Channel) => Promise<unknown> = async () => succeed(undefined)) {
  const ran: Channel[] = []
  const lines: Facts[] = []
  const log: Log = { note: (event, facts = {}) => lines.push({ event, ...facts }), failure: (event, _reason, facts = {}) => lines.push({ event, ...facts }) }
  const handlers = Object.fromEntries(channels.map((channel) => [channel, async () => { ran.push(channel); return answer(channel) }])) as unknown as Handlers
  return { handlers, log, ran, lines }
}

/** A request that fits, for every call that is not satisfied by nothing. */
const reportId = 'r-0123456789abcdefghjkmnpqrs'
const fitting: Partial<Record<Channel, unknown>> = {
  'library.rows': { year: 2025, limit: 100 },
  'library.search': { query: '党建', limit: 10 },
  'library.previewReplace': { query: { words: '档案', matchWidth: false, matchCase: false, wholeWord: false }, scope: { kind: 'all' } },
  'library.replace': { query: { words: '档案', matchWidth: false, matchCase: false, wholeWord: false }, replacement: '', reports: [] },
  'library.takeBack': { reports: [] },
  'report.create': { source: { kind: 'blank' }, kind: 'safety', year: 2025, unit: '' },
  'report.open': { id: reportId }, 'report.duplicate': { id: reportId }, 'report.trash': { id: reportId }, 'report.restore': { id: reportId },
  'report.readBack': { id: reportId }, 'report.readBackDropped': { id: reportId, file: { name: '改.docx', bytes: new Uint8Array(1) } },
  'report.versions': { id: reportId }, 'export.redline': { id: reportId, from: 1, to: 'now' }, 'report.openVersion': { id: reportId, generation: 1 }, 'report.nameVersion': { id: reportId, generation: 1, name: '初稿' },
  'report.unnameVersion': { id: reportId, generation: 1 }, 'report.restoreVersion': { id: reportId, generation: 1 },
  'report.save': {
    report: { id: reportId, kind: 'safety', year: 2025, unit: '', state: 'draft', title: [], addressee: '', blocks: [], attachments: [], signature: [], date: '', note: '', numbering: 'restart', setAside: [], origin: { kind: 'blank' } },
    base: 0, cause: 'auto',
  },
  'report.setState': { id: reportId, state: 'final' }, 'report.settleHeads': { id: reportId, keep: 'both' },
  'import.files': {}, 'import.dropped': { files: [{ name: 'a.txt', bytes: new Uint8Array([1]) }] }, 'import.text': { text: '一、' },
  'folderImport.choose': undefined, 'folderImport.list': undefined, 'folderImport.resume': { job: '0123456789abcdef' }, 'folderImport.look': { job: '0123456789abcdef' }, 'folderImport.rows': { job: '0123456789abcdef', since: 0 },
  'folderImport.change': { job: '0123456789abcdef', paths: ['甲.docx'], change: { year: 2019 } }, 'folderImport.store': { job: '0123456789abcdef' }, 'folderImport.report': { job: '0123456789abcdef', format: 'csv' }, 'folderImport.forget': { job: '0123456789abcdef' },
  'picture.add': { name: 'a.png', bytes: new Uint8Array([1]) }, 'picture.read': { sha256: 'a'.repeat(64) },
  'phrases.change': { kind: 'used', id: 's1' },
  'template.create': { from: { kind: 'report', id: reportId }, name: '模板', kind: 'safety' }, 'template.rename': { id: reportId, name: '模板', kind: 'safety' },
  'template.remove': { id: reportId }, 'template.restore': { id: reportId }, 'template.export': { id: 'safety' },
  'export.formats': undefined, 'print.pages': undefined, 'conform.report': { id: reportId }, 'conform.written': { token: 'x' }, 'conform.choose': undefined, 'conform.dropped': { name: 'x', bytes: new Uint8Array() }, 'conform.import': { token: 'x' }, 'export.file': { id: reportId, format: 'word' }, 'export.open': { token: 'x' }, 'export.reveal': { token: 'x' },
  'lock.unlock': { kind: 'passphrase', text: '口令' }, 'lock.setUp': { step: 'confirm', recoveryKey: '0000' }, 'lock.turnOff': { kind: 'recoveryKey', text: '0000' },
  'lock.change': { secret: { kind: 'passphrase', text: '口令' }, passphrase: '八个字的新口令啊' },
  'archive.file': { id: reportId }, 'archive.fileYear': { year: 2025 }, 'archive.number': { id: reportId }, 'archive.correct': { id: reportId, reason: '人数有误' }, 'archive.openWord': { id: reportId },
  'archive.list': {}, 'archive.catalogue': { year: 2025 }, 'archive.proposal': { id: reportId }, 'archive.print': { year: 2025, form: 'catalogue', format: 'csv' }, 'archive.savePicture': { id: reportId, format: 'png', bytes: new Uint8Array() }, 'archive.check': { year: 2025, stage: 'filing' }, 'archive.exportCheck': { year: 2025, stage: 'filing', format: 'word' },
  'seal.plan': { year: 2025 }, 'seal.run': { year: 2025 }, 'seal.list': undefined, 'seal.verify': { name: '2025-1' }, 'seal.copy': { name: '2025-1' }, 'seal.progress': undefined, 'seal.stop': undefined, 'log.read': undefined, 'log.export': undefined,
  'transfer.pack': { scope: { kind: 'year', year: 2025 }, form: 'folder' }, 'transfer.verify': { token: 't' }, 'transfer.unpack': { form: 'file' }, 'transfer.cancel': undefined,
  'backup.status': undefined, 'backup.choose': undefined, 'backup.change': { isAutomatic: false }, 'backup.run': undefined, 'backup.list': { snapshot: 1 },
  'backup.restoreReport': { snapshot: 1, id: reportId }, 'backup.restoreAll': { from: 'other' }, 'backup.useFolder': { token: 't' }, 'backup.drill': undefined,
  'settings.write': { zoom: 100 }, 'window.readyToClose': { close: true },
}

const malformed: readonly unknown[] = [null, 0, '', 'text', [], true, { id: '../../etc' }, { id: 7 }, { __proto__: null, constructor: 1 }, { report: {}, base: -1, cause: 'x' }, { source: {} }, { files: [{ name: 1 }] }, { close: 'yes' }, { zoom: 'big' }, { token: 'x'.repeat(65) }, { query: 'x'.repeat(500), limit: 0 }]

describe('the door between window and main process', () => {
  it.each(channels)('IPC-1: %s has a handler that runs for a fitting request', async (channel) => {
    const { ran, ...open } = door()
    expect(await answerRequest(open, channel, true, fitting[channel])).toEqual({ ok: true, value: undefined })
    expect(ran).toEqual([channel])
  })

  it.each(channels)('IPC-2: %s is refused to a stranger', async (channel) => {
    const { ran, ...open } = door()
    expect(await answerRequest(open, channel, false, fitting[channel])).toEqual({ ok: false, error: { code: 'senderRefused' } })
    expect(ran).toEqual([])
  })

  it.each(channels)('IPC-3: %s refuses every malformed request before its handler runs', async (channel) => {
    const { ran, ...open } = door()
    for (const payload of malformed) {
      if (contract[channel].request.safeParse(payload).success) continue
      expect(await answerRequest(open, channel, true, payload)).toEqual({ ok: false, error: { code: 'requestMalformed' } })
    }
    expect(ran).toEqual([])
    expect(malformed.filter((payload) => !contract[channel].request.safeParse(payload).success).length).toBeGreaterThanOrEqual(6)
  })

  it('IPC-1: a call that is not in the contract does not exist', async () => {
    for (const name of ['toString', '__proto__', 'constructor', 'report.delete', '']) expect(await answerRequest(door(), name, true, undefined)).toEqual({ ok: false, error: { code: 'requestMalformed' } })
  })

  it('IPC-4: an expected failure crosses as its code, returned or thrown', async () => {
    const returned = door(async () => fail({ code: 'diskFull', detail: { drive: 'D:' } }))
    expect(await answerRequest(returned, 'library.list', true, undefined)).toEqual({ ok: false, error: { code: 'diskFull', detail: { drive: 'D:' } } })
    const thrown = door(async () => { throw new AppFailure({ code: 'reportFiled' }) })
    expect(await answerRequest(thrown, 'library.list', true, undefined)).toEqual({ ok: false, error: { code: 'reportFiled' } })
  })

  it('IPC-4: of a bug the window learns nothing but that it happened', async () => {
    const broken = door(async () => { throw new TypeError('quotes 机密正文') })
    expect(await answerRequest(broken, 'library.list', true, undefined)).toEqual({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(broken.lines)).not.toContain('机密')
    expect(broken.lines).toHaveLength(1)
  })

  it('IPC-5: a thousand arbitrary requests to arbitrary calls never make the door throw', async () => {
    const open = door()
    let answered = 0
    await fc.assert(fc.asyncProperty(fc.oneof(fc.constantFrom(...channels), fc.string()), fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withTypedArray: true }), async (channel, payload) => {
      const reply = await answerRequest(open, channel, true, payload)
      answered += 1
      expect(typeof reply.ok).toBe('boolean')
    }), { numRuns: 1000, seed: 20251121 })
    expect(answered).toBeGreaterThanOrEqual(1000)
  })
})
