import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/menu/menuTemplate'
import { commandTable } from '../../../shared/commands/commandTable'

interface Entry {
  readonly id?: string
  readonly label?: string
  readonly type?: string
  readonly accelerator?: string
  readonly click?: () => void
  readonly submenu?: readonly Entry[]
}

describe('menuTemplate', () => {
  const chosen: string[] = []
  const menus = menuTemplate({ platform: 'linux', run: (id) => chosen.push(id) }) as unknown as readonly Entry[]
  const entries = menus.flatMap((menu) => menu.submenu ?? [])

  it('IPC-10: every command that has a menu is listed once, with its key', () => {
    const listed = entries.filter((entry) => entry.id !== undefined).map((entry) => [entry.id, entry.accelerator])
    const expected = commandTable.filter((row) => row.menu !== 'none').map((row) => [row.id, 'accelerator' in row ? row.accelerator : undefined])
    expect(listed.sort()).toEqual(expected.sort())
  })

  it('IPC-10: every menu and entry has a Chinese label', () => {
    for (const entry of [...menus, ...entries]) if (entry.type !== 'separator') expect(entry.label).toMatch(/[\u4e00-\u9fff]/)
  })

  it('IPC-10: choosing an entry tells its id', () => {
    entries.find((entry) => entry.id === 'go.archive')?.click?.()
    expect(chosen).toEqual(['go.archive'])
  })
})
