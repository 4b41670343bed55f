import { describe, expect, it } from 'vitest'
import { takeLease, type Holder } from '../../../electron/storage/lease'
import { quietSurroundings, storeRoot } from '../../support/counterStore'
import { errno, simulatedDisk } from '../../support/simulatedDisk'

const disk = () => simulatedDisk('ordered', `${storeRoot}/leases`)
const here = (processId: number): Holder => ({ computer: 'PC-1', processId })
const there: Holder = { computer: 'PC-2', processId: 1 }

describe('a lease on the data folder', () => {
  it('STORE-12: a living program on the same computer is seen at once, a dead one is not and its lease is cleared', async () => {
    const io = disk()
    const first = await takeLease(quietSurroundings(io, 1), storeRoot, here(1), () => true)
    expect(first.isShared()).toBe(false)
    const second = await takeLease(quietSurroundings(io, 2), storeRoot, here(2), (id) => id === 1)
    expect(second.isShared()).toBe(true)
    await first.beat()
    expect(first.isShared()).toBe(true)
    await second.release()
    await first.beat()
    expect(first.isShared()).toBe(false)
    const third = await takeLease(quietSurroundings(io, 3), storeRoot, here(3), () => false)
    expect(third.isShared()).toBe(false)
  })

  it('STORE-12: a program on another computer is there while its counter moves, and gone when it stands still', async () => {
    const io = disk()
    const theirs = await takeLease(quietSurroundings(io, 1), storeRoot, there, () => true)
    const ours = await takeLease(quietSurroundings(io, 2), storeRoot, here(2), () => true)
    expect(ours.isShared()).toBe(false)
    await theirs.beat()
    await ours.beat()
    expect(ours.isShared()).toBe(true)
    for (let still = 0; still < 4; still += 1) await ours.beat()
    expect(ours.isShared()).toBe(false)
  })

  it('STORE-12: a disk that refuses everything takes the hint away, nothing else', async () => {
    const refusing = { ...disk(), mkdir: () => Promise.reject(errno('EROFS')), open: () => Promise.reject(errno('EROFS')), readdir: () => Promise.reject(errno('EIO')) }
    const lease = await takeLease(quietSurroundings(refusing), storeRoot, here(1), () => true)
    await lease.beat()
    await lease.release()
    expect(lease.isShared()).toBe(false)
  })
})
