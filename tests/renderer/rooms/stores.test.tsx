import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../../renderer/api/client'
import { createStore, useStore } from '../../../renderer/state/createStore'
import { goTo, navigation, openReport, setLeaveGuard } from '../../../renderer/state/navigation'
import { changeSettings, settings } from '../../../renderer/state/settings'
import { hideToast, showToast, toast } from '../../../renderer/state/toast'
import type { Bridge } from '../../../shared/ipc/contract'

const setBridge = (answer: Bridge['call']): void => { Object.assign(window, { api: { call: answer, on: () => () => undefined } }) }

afterEach(() => {
  setLeaveGuard(null)
  navigation.set(() => ({ room: 'library', reportId: null, place: null }))
})

describe('createStore', () => {
  it('UI-3: a component follows the part it reads and draws again for nothing else', () => {
    const store = createStore({ count: 1, other: 1 })
    const draws = vi.fn<(value?: string) => void>()
    function Count() {
      draws()
      return <p>{useStore(store, (state) => state.count)}</p>
    }
    render(<Count />)
    act(() => store.set((state) => ({ ...state, other: 2 })))
    expect(draws).toHaveBeenCalledTimes(1)
    act(() => store.set((state) => ({ ...state, count: 2 })))
    expect(screen.getByText('2')).toBeTruthy()
    expect(draws).toHaveBeenCalledTimes(2)
  })

  it('UI-3: whoever stopped listening is not told, and an equal state tells nobody', () => {
    const store = createStore(1)
    const listener = vi.fn<(value?: string) => void>()
    const stop = store.subscribe(listener)
    store.set((state) => state)
    expect(listener).not.toHaveBeenCalled()
    store.set(() => 2)
    stop()
    store.set(() => 3)
    expect(listener).toHaveBeenCalledTimes(1)
  })
})

describe('navigation', () => {
  it('UI-2: the desk is left only when it has saved', async () => {
    await openReport('r-1')
    setLeaveGuard(() => Promise.resolve(false))
    expect(await goTo('library')).toBe(false)
    expect(await openReport('r-2')).toBe(false)
    expect(navigation.get()).toMatchObject({ room: 'desk', reportId: 'r-1' })
    setLeaveGuard(() => Promise.resolve(true))
    expect(await openReport('r-2', { blockId: 'b7' })).toBe(true)
    expect(navigation.get()).toEqual({ room: 'desk', reportId: 'r-2', place: { blockId: 'b7' } })
    expect(await goTo('archive')).toBe(true)
    expect(navigation.get()).toEqual({ room: 'archive', reportId: 'r-2', place: null })
  })

  it('UI-2: a jump inside the open report asks nobody and is new every time', async () => {
    await openReport('r-1', { blockId: 'b1' })
    const guard = vi.fn<() => Promise<boolean>>(() => Promise.resolve(false))
    setLeaveGuard(guard)
    const before = navigation.get().place
    expect(await openReport('r-1', { blockId: 'b1' })).toBe(true)
    expect(guard).not.toHaveBeenCalled()
    expect(navigation.get().place).not.toBe(before)
  })
})

describe('settings', () => {
  beforeEach(() => settings.set((state) => ({ ...state, unit: '', zoom: 100 })))

  it('UI-12: a change holds before it is written, and the answer is what counts', async () => {
    let answer: (() => void) | undefined
    setBridge((() => new Promise<unknown>((resolve) => { answer = () => resolve({ ok: true, value: { ...settings.get(), zoom: 150 } }) })) as unknown as Bridge['call'])
    const changing = changeSettings({ zoom: 151 })
    expect(settings.get().zoom).toBe(151)
    answer?.()
    await changing
    expect(settings.get().zoom).toBe(150)
  })

  it('UI-12: what could not be written comes back and is told', async () => {
    setBridge((() => Promise.resolve({ ok: false, error: { code: 'diskFull' } })) as Bridge['call'])
    await changeSettings({ unit: '清源县水务局' })
    expect(settings.get().unit).toBe('')
    expect(toast.get()).toMatchObject({ tone: 'error' })
  })
})

describe('calls and messages', () => {
  it('UI-13: a bridge that throws is an internal error, never a rejection', async () => {
    setBridge(() => { throw new Error('no handler') })
    expect(await call('settings.read', undefined)).toEqual({ ok: false, error: { code: 'internal' } })
    setBridge(() => Promise.reject(new Error('gone')))
    expect(await call('settings.read', undefined)).toEqual({ ok: false, error: { code: 'internal' } })
  })

  it('UI-13: closing an old message leaves a newer one standing', () => {
    showToast({ text: 'one' })
    const old = toast.get()?.key ?? 0
    showToast({ text: 'two' })
    hideToast(old)
    expect(toast.get()).toMatchObject({ text: 'two' })
    hideToast(old + 1)
    expect(toast.get()).toBeNull()
  })
})
