/** The program that reads files from outside, built into a folder of the test, and programs that only pretend to be it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { electronSide } from '../../scripts/electron-side.mjs'

/** Builds the real program and gives its path. */
export async function builtProgram(folder: string): Promise<string> {
  await build(electronSide('reading', { build: { outDir: join(folder, 'real') } }))
  return join(folder, 'real', 'reading.cjs')
}

/** What a program in the place of the real one does with a file: `answer(value)` says it is read. */
export const pretenders = {
  never: 'for (;;);',
  regex: "void /^(a+)+$/.test('a'.repeat(60) + 'b')",
  heap: 'const kept = []; for (;;) kept.push({ at: kept.length, list: [1, 2, 3] })',
  buffers: 'const kept = []; for (;;) kept.push(Buffer.alloc(8 * 1024 * 1024, 1))',
  // Heavy in time and light in memory: what the watch of memory must let pass.
  light: "const end = Date.now() + 700; while (Date.now() < end); answer({ format: 'text', document: readDocument('轻') })",
  throws: "throw new TypeError('of a reader')",
  exits: 'process.exit(3)',
  silent: '',
  garbage: "port.postMessage({ id, result: { ok: true, value: 'a text' } })",
  nothing: 'port.postMessage(null)',
  stranger: "port.postMessage({ id: id + 1, result: { ok: false, error: { code: 'fileDamaged' } } })",
  unknownKey: "answer({ format: 'text', document: { ...readDocument('甲'), path: '/etc/passwd' } })",
  tooLong: "answer({ format: 'text', document: { ...readDocument('甲'), blocks: Array.from({ length: 200_000 }, () => readDocument('甲').blocks[0]) } })",
  wrongType: "answer({ format: 'text', document: { ...readDocument('甲'), met: { ...readDocument('甲').met, hidden: -1 } } })",
  sheet: "answer({ clauses: [{ clause: '5.1', item: '幅面', required: 'A4', found: 'A4', result: 'pass' }] })",
  oddSheet: "answer({ clauses: [{ clause: '5.1', item: '幅面', required: 'A4', found: 'A4', result: 'perhaps' }] })",
  good: "answer({ format: 'text', document: readDocument('好') })",
} as const

/** Writes a program that does this with every file; it works as a thread and as a process of Electron's. */
export function pretender(folder: string, does: keyof typeof pretenders): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${does}.cjs`)
  writeFileSync(path, `
const wrapped = process.parentPort
const port = wrapped ?? require('node:worker_threads').parentPort
const readDocument = (text) => ({
  blocks: [{ kind: 'paragraph', style: { id: '', name: '' }, outline: null, label: '', pageBreakBefore: false, runs: [{ text }] }],
  comments: [], notes: [], margins: [], pictures: new Map(), styleNames: [], met: { hidden: 0, changes: 0, notes: 0, textBoxes: 0, drawings: 0, objects: 0, cut: 0, unreadable: 0, damaged: 0, joined: 0 },
})
port.on('message', (message) => {
  const { id, bytes } = wrapped ? message.data : message
  const answer = (value) => port.postMessage({ id, result: { ok: true, value } })
  ${pretenders[does]}
})
`)
  return path
}
