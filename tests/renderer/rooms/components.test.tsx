import { readFileSync } from 'node:fs'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ErrorBoundary } from '../../../renderer/app/ErrorBoundary'
import { keyText } from '../../../shared/commands/keyText'
import { SearchBox } from '../../../renderer/library/SearchBox'
import { SignatureAlone } from '../../../renderer/layout/ShortEnds'
import { setPageFacts } from '../../../renderer/state/desk'
import { shelf } from '../../../renderer/state/shelf'
import { Button } from '../../../renderer/ui/Button'
import { Toast } from '../../../renderer/ui/Toast'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('版面', () => {
  it('PRINT-28: says that 落款 stands alone, as long as it does', () => {
    const facts = { pages: 3, page: 1, line: 1, shortEnds: [], isSignatureAlone: false }
    render(<SignatureAlone />)
    act(() => setPageFacts(facts))
    expect(screen.queryByText(/落款单独/)).toBeNull()
    act(() => setPageFacts({ ...facts, isSignatureAlone: true }))
    expect(screen.getByRole('heading', { name: '落款单独占一页' })).toBeTruthy()
    act(() => setPageFacts(facts))
    expect(screen.queryByText(/落款单独/)).toBeNull()
  })
})

describe('ErrorBoundary', () => {
  it('UI-14: a room that breaks shows a way back, and the way back works', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    let isBroken = true
    function Room() {
      if (isBroken) throw new Error('broken')
      return <p>whole</p>
    }
    render(<ErrorBoundary><Room /></ErrorBoundary>)
    isBroken = false
    fireEvent.click(screen.getByRole('button', { name: '回到书架' }))
    expect(await screen.findByText('whole')).toBeTruthy()
  })
})

describe('what lies over the rooms', () => {
  it('UI-14: a dialog that breaks goes, and the room below it stays', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    function Broken(): never { throw new Error('broken') }
    render(<><p>room</p><ErrorBoundary isOverlay><Broken /></ErrorBoundary></>)
    expect(screen.getByText('room')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('Button', () => {
  it('UI-13: a busy button takes no second click', () => {
    const onClick = vi.fn<(value?: string) => void>()
    const { rerender } = render(<Button onClick={onClick}>go</Button>)
    fireEvent.click(screen.getByText('go'))
    rerender(<Button onClick={onClick} busy>go</Button>)
    fireEvent.click(screen.getByText('go'))
    expect(onClick).toHaveBeenCalledTimes(1)
  })
})

describe('Toast', () => {
  it('UI-13: goes by itself, an error stays until it is closed', () => {
    vi.useFakeTimers()
    const onClose = vi.fn<(value?: string) => void>()
    const { unmount } = render(<Toast text="done" onClose={onClose} />)
    vi.advanceTimersByTime(20_000)
    expect(onClose).toHaveBeenCalledTimes(1)
    unmount()
    render(<Toast text="wrong" tone="error" onClose={onClose} />)
    vi.advanceTimersByTime(60_000)
    expect(onClose).toHaveBeenCalledTimes(1)
  })
})

describe('SearchBox', () => {
  it('UI-6: asks once after the pause, and at once when it is cleared', () => {
    vi.useFakeTimers()
    const asked = vi.fn<(value?: string) => void>()
    const stop = shelf.subscribe(() => asked(shelf.get().query))
    render(<SearchBox query="" />)
    const input = screen.getByRole('textbox')
    fireEvent.change(input, { target: { value: '档' } })
    vi.advanceTimersByTime(150)
    fireEvent.change(input, { target: { value: '档案' } })
    vi.advanceTimersByTime(150)
    expect(asked).not.toHaveBeenCalled()
    vi.advanceTimersByTime(100)
    expect(asked.mock.calls).toEqual([['档案']])
    fireEvent.change(input, { target: { value: '' } })
    vi.advanceTimersByTime(1)
    expect(asked.mock.calls).toEqual([['档案'], ['']])
    stop()
  })

  it('UI-6: stays silent while the input method composes', () => {
    vi.useFakeTimers()
    const asked = vi.fn<(value?: string) => void>()
    const stop = shelf.subscribe(() => asked(shelf.get().query))
    render(<SearchBox query="" />)
    const input = screen.getByRole('textbox')
    fireEvent.compositionStart(input)
    fireEvent.change(input, { target: { value: "dang'an" } })
    vi.advanceTimersByTime(5_000)
    expect(asked).not.toHaveBeenCalled()
    fireEvent.change(input, { target: { value: '档案' } })
    fireEvent.compositionEnd(input)
    vi.advanceTimersByTime(250)
    expect(asked.mock.calls).toEqual([['档案']])
    stop()
  })
})

describe('keys and colours', () => {
  it.each([
    ['CmdOrCtrl+Alt+1', 'win32', 'Ctrl+Alt+1'], ['Alt+Shift+Up', 'linux', 'Alt+Shift+↑'], ['CmdOrCtrl+Shift+O', 'darwin', '⌘+⇧+O'], ['F12', 'win32', 'F12'],
  ])('UI-12: %s on %s reads %s', (accelerator, platform, expected) => {
    expect(keyText(accelerator, platform)).toBe(expected)
  })

  it('UI-1: the dark colours of the system’s choice and of the clerk’s are the same', () => {
    const css = readFileSync('renderer/styles/tokens.css', 'utf8')
    const block = (start: string): string => {
      const at = css.indexOf(start)
      expect(at, start).toBeGreaterThan(0)
      return css.slice(at + start.length, css.indexOf('}', at)).replace(/\s+/g, ' ').trim()
    }
    const chosen = block(':root[data-theme="dark"] {')
    expect(chosen).toContain('--bg-rail')
    expect(block(':root:not([data-theme="light"]):not([data-theme="dark"]) {')).toBe(chosen)
  })
})
