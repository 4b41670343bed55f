import { describe, expect, it } from 'vitest'
import { commandTable, type CommandRow } from '../../../shared/commands/commandTable'
import { commandLabels } from '../../../shared/text/commands'
import { commandRuntimes } from '../../../renderer/commands/commandRuntimes'
import { isCommandId, isPressed } from '../../../renderer/commands/shortcuts'

const rows: readonly CommandRow[] = commandTable
const key = (code: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers })

describe('command table', () => {
  it('EDIT-15: ids are unique', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })
  it('EDIT-15: no key stands for two commands', () => {
    const keys = rows.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('EDIT-15: every row has one label and one runtime, and nothing else has', () => {
    const ids = rows.map(({ id }) => id).sort()
    expect(Object.keys(commandLabels).sort()).toEqual(ids)
    expect(Object.keys(commandRuntimes).sort()).toEqual(ids)
  })
  it('EDIT-15: labels are unique', () => {
    expect(new Set(Object.values(commandLabels)).size).toBe(rows.length)
  })
  it('EDIT-15: what the menu sends is checked against the table', () => {
    expect([isCommandId('report.save'), isCommandId('toString')]).toEqual([true, false])
  })
})

describe('keys', () => {
  it.each([
    ['CmdOrCtrl+S', key('KeyS', { ctrlKey: true }), true],
    ['CmdOrCtrl+S', key('KeyS', { metaKey: true }), true],
    ['CmdOrCtrl+S', key('KeyS', { ctrlKey: true, shiftKey: true }), false],
    ['CmdOrCtrl+Alt+1', key('Digit1', { ctrlKey: true, altKey: true }), true],
    ['Alt+Shift+Up', key('ArrowUp', { altKey: true, shiftKey: true }), true],
    ['Alt+Shift+Up', key('ArrowUp', { altKey: true }), false],
    ['F12', key('F12'), true],
    ['F12', key('F11'), false],
  ])('EDIT-15: %s is pressed or not', (accelerator, event, expected) => {
    expect(isPressed(accelerator, event)).toBe(expected)
  })
  it('EDIT-15: every key of the table can be pressed', () => {
    const codes = ['F3', 'F8', 'F12', 'Enter', 'Equal', 'Minus', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', ...[...'0123456789'].map((digit) => `Digit${digit}`), ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`)]
    for (const { id, accelerator } of rows) {
      if (accelerator === undefined) continue
      const modifiers = { ctrlKey: accelerator.includes('CmdOrCtrl'), altKey: accelerator.includes('Alt'), shiftKey: accelerator.includes('Shift') }
      expect(codes.some((code) => isPressed(accelerator, key(code, modifiers))), id).toBe(true)
    }
  })
})
