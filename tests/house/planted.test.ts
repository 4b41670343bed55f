/** Every wall is shown a house that breaks it, and must say so; beside it stands a house that only looks like it. */
import { describe, expect, it } from 'vitest'
import { checkCycles, checkOrphans } from './graph'
import { checkHabits } from './habits'
import { readProject, type Project, type Violation } from './project'
import { checkWalls } from './walls'

type Files = Readonly<Record<string, string>>
const house = (files: Files): Project => readProject(Object.entries(files).map(([path, text]) => ({ path, text })))
const found = (check: (project: Project) => readonly Violation[], files: Files): readonly string[] => check(house(files)).map((each) => `${each.wall} ${each.path}:${each.line}`)

describe('HOUSE-1: imports between rooms', () => {
  const target = { 'shared/print/layoutReport.ts': 'export interface A { readonly a: 1 }\nexport const a = 1\n', 'electron/storage/disk.ts': 'export const b = 1\n', 'renderer/outline/Pane.tsx': 'export const c = 1\n', 'tests/support/x.ts': 'export const t = 1\n' }
  const cases: readonly (readonly [string, string, string])[] = [
    ['a value', 'shared/outline/x.ts', `import { a } from '../print/layoutReport'`],
    ['a type', 'shared/outline/x.ts', `import type { A } from '../print/layoutReport'`],
    ['an inline type', 'shared/outline/x.ts', `import { type A } from '../print/layoutReport'`],
    ['a type query', 'shared/outline/x.ts', `export type B = import('../print/layoutReport').A`],
    ['a dynamic import', 'shared/outline/x.ts', `export const later = () => import('../print/layoutReport')`],
    ['a template without places', 'shared/outline/x.ts', 'export const later = () => import(`../print/layoutReport`)'],
    ['a re-export', 'shared/outline/x.ts', `export { a } from '../print/layoutReport'`],
    ['a re-export of everything', 'shared/outline/x.ts', `export * from '../print/layoutReport'`],
    ['a side effect', 'shared/outline/x.ts', `import '../print/layoutReport'`],
    ['a detour in the path', 'shared/outline/x.ts', `import { a } from '../../shared/outline/../print/layoutReport'`],
    ['an ending in .js', 'shared/outline/x.ts', `import { a } from '../print/layoutReport.js'`],
    ['shared from electron', 'shared/report/x.ts', `import { b } from '../../electron/storage/disk'`],
    ['renderer from electron', 'renderer/state/x.ts', `import type { b } from '../../electron/storage/disk'`],
    ['a feature from a feature', 'renderer/editor/x.ts', `import { c } from '../outline/Pane'`],
    ['product from tests', 'shared/report/x.ts', `import { t } from '../../tests/support/x'`],
    ['script from tests', 'scripts/x.mjs', `import { t } from '../tests/house/x'`],
    ['a file in no room', 'shared/new/x.ts', `import { a } from '../print/layoutReport'`],
  ]
  it.each(cases)('notices %s', (_, path, code) => {
    expect(found(checkWalls, { ...target, [path]: `${code}\n` })).toEqual([`room ${path}:1`])
  })

  it('lets pass what the table allows, and words that only look like imports', () => {
    expect(found(checkWalls, {
      ...target,
      'renderer/app/App.tsx': `import { c } from '../outline/Pane'\nexport const App = () => <p>{c}</p>\n`,
      'electron/library/open.ts': `import { b } from '../storage/disk'\nimport type { A } from '../../shared/print/layoutReport'\nexport const o: A | typeof b = b\n`,
      'shared/outline/x.ts': `// import '../print/layoutReport'\nexport const text = "import '../print/layoutReport'"\n`,
    })).toEqual([])
  })

  it('notices imports that are computed or required', () => {
    expect(found(checkWalls, { 'electron/library/x.ts': `const name = 'fs'\nexport const a = import(name)\nexport const b = require('node:fs')\nexport const c = require(name)\n` }))
      .toEqual(['computed electron/library/x.ts:2', 'require electron/library/x.ts:3', 'computed electron/library/x.ts:4'])
  })
})

describe('HOUSE-2: one door per outside thing', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['node:fs in the library', 'electron/library/x.ts', `import { readFile } from 'node:fs/promises'`],
    ['fs without its prefix', 'electron/export/x.ts', `import fs from 'fs'`],
    ['a type of node:fs', 'electron/cli/x.ts', `import type { Stats } from 'node:fs'`],
    ['docx in the renderer', 'renderer/app/x.ts', `import { Document } from 'docx'`],
    ['a type of docx in storage', 'electron/storage/x.ts', `import type { Document } from 'docx'`],
    ['lowdb in the library', 'electron/library/x.ts', `import { Low } from 'lowdb'`],
    ['lowdb/node in storage', 'electron/storage/x.ts', `import { JSONFile } from 'lowdb/node'`],
    ['ProseMirror in the state', 'renderer/state/x.ts', `import type { Node } from 'prosemirror-model'`],
    ['zod outside a schema file', 'shared/report/edits.ts', `import { z } from 'zod'`],
    ['zod in a room that has none', 'shared/print/schema.ts', `import type { z } from 'zod'`],
    ['React in shared', 'shared/text/x.ts', `import { useState } from 'react'`],
    ['React in electron', 'electron/menu/x.ts', `import type { ReactNode } from 'react'`],
    ['Electron in the command line', 'electron/cli/x.ts', `import { app } from 'electron'`],
    ['Electron in the renderer', 'renderer/api/x.ts', `import type { IpcRenderer } from 'electron'`],
    ['ipcMain outside the door', 'electron/main.ts', `import { app, ipcMain } from 'electron'`],
    ['ipcRenderer outside the preload', 'electron/ipc/x.ts', `import { ipcRenderer } from 'electron'`],
    ['all of electron', 'electron/main.ts', `import * as electron from 'electron'`],
    ['the net of electron', 'electron/main.ts', `import { net } from 'electron'`],
    ['node:path in shared', 'shared/store/x.ts', `import { join } from 'node:path'`],
    ['node:http', 'electron/main.ts', `import { get } from 'node:http'`],
    ['https', 'electron/main.ts', `import type { Agent } from 'https'`],
    ['node:dns/promises', 'electron/main.ts', `import { lookup } from 'node:dns/promises'`],
    ['another program', 'electron/main.ts', `import { spawn } from 'node:child_process'`],
    ['a package nobody named', 'renderer/editor/x.ts', `import { clamp } from 'lodash'`],
  ]
  it.each(cases)('notices %s', (_, path, code) => {
    expect(found(checkWalls, { [path]: `${code}\n` })).toEqual([`door ${path}:1`])
  })

  it('notices a second file with ipcMain', () => {
    const code = `import { ipcMain } from 'electron'\nexport const handle = ipcMain.handle\n`
    expect(found(checkWalls, { 'electron/ipc/door.ts': code })).toEqual([])
    expect(found(checkWalls, { 'electron/ipc/door.ts': code, 'electron/ipc/other.ts': code })).toEqual(['door electron/ipc/door.ts:1', 'door electron/ipc/other.ts:1'])
  })

  it('lets each thing in by its door', () => {
    expect(found(checkWalls, {
      'electron/storage/disk.ts': `import { open } from 'node:fs/promises'\nimport { Low } from 'lowdb'\n`,
      'electron/log.ts': `import { appendFileSync } from 'node:fs'\n`,
      'electron/export/word.ts': `import { Document } from 'docx'\n`,
      'electron/preload.ts': `import { contextBridge, ipcRenderer } from 'electron'\n`,
      'renderer/editor/view.ts': `import { EditorView } from 'prosemirror-view'\n`,
      'shared/report/schema.ts': `import { z } from 'zod'\n`,
      'shared/store/envelopeSchema.ts': `import { z } from 'zod'\n`,
    })).toEqual([])
  })

  it('notices network globals, and not our own words of the same name', () => {
    expect(found(checkHabits, { 'renderer/app/x.ts': 'export const a = () => fetch(1)\nexport const b = window.fetch\nexport const c = new WebSocket(1)\nexport const d = () => navigator.sendBeacon(1)\nconst { fetch: e } = globalThis\n' }))
      .toEqual(['network renderer/app/x.ts:1', 'network renderer/app/x.ts:2', 'network renderer/app/x.ts:3', 'network renderer/app/x.ts:4'])
    expect(found(checkHabits, { 'renderer/app/x.ts': 'export const a = (library: { fetch: () => void }) => library.fetch()\n' })).toEqual([])
  })

  it('notices window.api outside renderer/api', () => {
    const code = 'export const a = window.api\nexport const b = (window as unknown as { api: 1 }).api\nexport const c = window[\'api\']\n'
    expect(found(checkHabits, { 'renderer/state/x.ts': code })).toEqual(['bridge renderer/state/x.ts:1', 'bridge renderer/state/x.ts:2', 'bridge renderer/state/x.ts:3'])
    expect(found(checkHabits, { 'renderer/api/client.ts': code })).toEqual([])
  })
})

describe('HOUSE-3 HOUSE-6: the graph of imports', () => {
  it('notices a ring, also one of types only', () => {
    expect(found(checkCycles, { 'shared/base/a.ts': `import type { B } from './b'\n`, 'shared/base/b.ts': `export { c } from './c'\n`, 'shared/base/c.ts': `export type A = import('./a').A\n` })).toEqual(['cycle shared/base/a.ts:1'])
    expect(found(checkCycles, { 'shared/base/a.ts': `import { b } from './b'\nimport { c } from './c'\n`, 'shared/base/b.ts': `import { c } from './c'\n`, 'shared/base/c.ts': '' })).toEqual([])
  })

  it('notices a file that nobody reaches', () => {
    expect(found(checkOrphans, { 'electron/main.ts': `import './a'\n`, 'electron/a.ts': '', 'electron/b.ts': '' })).toEqual(['orphan electron/b.ts:1'])
  })
})

describe('HOUSE-4: size, names, exports', () => {
  it('notices a file of 401 lines, of code, style or test', () => {
    const lines = (count: number): string => '\n'.repeat(count)
    expect(found(checkHabits, { 'shared/base/a.ts': lines(401), 'renderer/ui/a.module.css': lines(401), 'tests/shared/a.test.ts': lines(401), 'scripts/a.mjs': lines(401) }).length).toBe(4)
    expect(found(checkHabits, { 'shared/base/a.ts': lines(400) })).toEqual([])
  })

  it.each(['shared/base/utils.ts', 'electron/helpers/x.ts', 'renderer/ui/common.tsx', 'tests/support/helper.ts', 'electron/windowManager/manager.ts', 'shared/misc/x.ts'])('notices the name %s', (path) => {
    expect(found(checkHabits, { [path]: '' })).toEqual([`name ${path}:1`])
  })

  it('notices default and wildcard exports', () => {
    expect(found(checkHabits, { 'shared/base/a.ts': 'export default 1\n' })).toEqual(['default export shared/base/a.ts:1'])
    expect(found(checkHabits, { 'shared/base/a.ts': 'const a = 1\nexport { a as default }\n' })).toEqual(['default export shared/base/a.ts:2'])
    expect(found(checkHabits, { 'shared/base/a.ts': `export * from './b'\n` })).toEqual(['wildcard shared/base/a.ts:1'])
    expect(found(checkHabits, { 'vite.config.ts': 'export default {}\n' })).toEqual([])
  })
})

describe('HOUSE-5: types, clock, chance, Chinese text', () => {
  it('notices any and !, but not in tests', () => {
    const code = 'export const a = (b: any) => b!\n'
    expect(found(checkHabits, { 'electron/a.ts': code })).toEqual(['any electron/a.ts:1', 'non-null electron/a.ts:1'])
    expect(found(checkHabits, { 'tests/electron/a.test.ts': code })).toEqual([])
  })

  it('notices clock and chance in shared', () => {
    const code = 'export const a = Math.random()\nexport const b = Date.now()\nexport const c = new Date(0)\nexport const d = crypto.randomUUID()\n'
    expect(found(checkHabits, { 'shared/base/a.ts': code }).length).toBe(4)
    expect(found(checkHabits, { 'electron/a.ts': code })).toEqual([])
    expect(found(checkHabits, { 'shared/base/a.ts': 'export const a = (date: Date, clock: () => Date) => date === clock()\n' })).toEqual([])
  })

  it('HOUSE-11: notices an exported function of shared/ without its contract', () => {
    expect(found(checkHabits, { 'shared/base/a.ts': 'const a = 1\nexport function b(): number {\n  return a\n}\n' })).toEqual(['contract shared/base/a.ts:2'])
    expect(found(checkHabits, { 'shared/base/a.ts': '/** One. */\nexport function b(): number {\n  return 1\n}\nfunction c(): void {}\n' })).toEqual([])
  })

  it('notices Chinese text outside its rooms, in strings, templates and markup', () => {
    const code = 'export const a = (b: string) => <p title="标题">正文{`${b}号`}{\'次\'}</p>\n'
    expect(found(checkHabits, { 'renderer/app/A.tsx': code }).length).toBe(4)
    expect(found(checkHabits, { 'renderer/app/A.tsx': '// 标题\nexport const a = /[一-龥]/\n' })).toEqual([])
    expect(found(checkHabits, { 'shared/text/a.ts': `export const a = '标题'\n` })).toEqual([])
  })

  it('notices a file that does not parse', () => {
    expect(found(checkHabits, { 'shared/base/a.ts': 'export const = 1\n' })).toEqual(['syntax shared/base/a.ts:1'])
  })
})
