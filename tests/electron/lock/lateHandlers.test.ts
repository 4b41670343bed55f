import { describe, expect, it } from 'vitest'
import { answerRequest, done, type Handlers } from '../../../electron/ipc/answer'
import { lateHandlers } from '../../../electron/ipc/lateHandlers'
import { lockHandlers } from '../../../electron/ipc/lockHandlers'
import { openFolderLock } from '../../../electron/library/folderLock'
import { silentLog } from '../../../electron/log'
import { channels, type Channel } from '../../../shared/ipc/channels'
import { succeed } from '../../../shared/base/result'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { lockUp, passphrase } from '../../support/lockedFolder'
import { simulatedDisk } from '../../support/simulatedDisk'

describe('a window over a folder that is not open', () => {
  it('LOCK-12: is answered about the passphrase only, and about everything once it was given', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    await lockUp(quietSurroundings(disk), storeRoot)
    const lock = await openFolderLock(quietSurroundings(disk, 2), storeRoot)
    let late: Handlers | null = null
    const everything = new Proxy({}, { get: () => async () => succeed({ reports: [], damaged: [] }) }) as Handlers
    const locks = lockHandlers(lock, { whenOpen: async () => { late = everything; return done }, isShared: () => false })
    const handlers = lateHandlers({ ...locks, 'window.readyToClose': async () => done }, () => late)
    const knock = (channel: Channel, request?: unknown) => answerRequest({ handlers, log: silentLog }, channel, true, request)
    for (const channel of channels.filter((each) => !each.startsWith('lock.') && each !== 'window.readyToClose')) {
      expect(await handlers[channel](undefined as never)).toEqual({ ok: false, error: { code: 'folderLocked' } })
    }
    expect(await knock('window.readyToClose', { close: true })).toEqual(done)
    expect(await knock('lock.state')).toMatchObject({ ok: true, value: { state: 'locked' } })
    expect(await knock('lock.unlock', { kind: 'passphrase', text: '不是' })).toMatchObject({ ok: false, error: { code: 'passphraseWrong' } })
    expect(await knock('library.list')).toMatchObject({ ok: false })
    expect(await knock('lock.unlock', { kind: 'passphrase', text: passphrase })).toMatchObject({ ok: true, value: { state: 'open' } })
    expect(await knock('library.list')).toMatchObject({ ok: true })
  })

  it('LOCK-12: while another program works in the folder it is neither turned on nor off', async () => {
    const disk = simulatedDisk('ordered', storeRoot)
    const lock = await openFolderLock(quietSurroundings(disk), storeRoot)
    const handlers = lockHandlers(lock, { whenOpen: async () => done, isShared: () => true })
    for (const refused of [handlers['lock.setUp']({ step: 'begin', passphrase }), handlers['lock.turnOff']({ kind: 'passphrase', text: passphrase })]) expect(await refused).toEqual({ ok: false, error: { code: 'folderInUse' } })
  })
})
