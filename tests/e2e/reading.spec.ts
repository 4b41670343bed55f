/** Files from outside are read in a process of their own: what it may do to the window (SPEC READ). */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { pretender, type pretenders } from '../support/readingProgram'
import { call, expect, launchAndu, readyPage, test } from './fixtures'

const root = path.resolve(import.meta.dirname, '../..')
const text = '清河县档案局2025年度工作总结\n\n一、主要做法\n（一）坚持加强理论学习。全年组织集中学习十二次。\n'

interface Outcome {
  readonly imported: readonly { readonly title: string }[]
  readonly refused: readonly { readonly error: { readonly code: string; readonly detail?: { readonly reason?: string } } }[]
}

async function drop(page: Page, names: readonly string[]): Promise<Outcome> {
  const files = names.map((name) => ({ name, bytes: new TextEncoder().encode(text) }))
  const reply = await call(page, 'import.dropped', { files })
  return reply.value
}

/** What the main process knows of the processes that read. */
function readers(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: program }) => program.getAppMetrics().filter((metric) => metric.name === 'andu-reading').length)
}

test('READ-5: nothing is started before the first file, one process serves the next, and it ends when none comes', async ({ app, page }) => {
  expect(await readers(app)).toBe(0)
  expect((await drop(page, ['甲.txt', '乙.txt', '丙.txt'])).imported).toHaveLength(3)
  expect(await readers(app)).toBe(1)
  await expect.poll(() => readers(app)).toBe(0)
  expect((await drop(page, ['丁.txt'])).imported).toHaveLength(1)
})

test.describe('a program that misbehaves in the place of the one that reads', { tag: '@otherPart' }, () => {
  let folder = ''
  test.beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'andu-reading-'))
  })
  test.afterEach(() => { rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) })

  /** The built program with another reader in it. */
  async function start(does: keyof typeof pretenders | 'itself', userData: string): Promise<ElectronApplication> {
    const program = path.join(folder, does)
    cpSync(path.join(root, 'dist'), path.join(program, 'dist'), { recursive: true })
    cpSync(path.join(root, 'package.json'), path.join(program, 'package.json'))
    if (does !== 'itself') cpSync(pretender(path.join(folder, 'pretenders'), does), path.join(program, 'dist/electron/reading.cjs'))
    return launchAndu({ userData, program })
  }

  const cases = [['never', /readTooSlow/, ''], ['buffers', /readTooHungry/, '内存'], ['heap', /readTooHungry|readTooSlow/, '内存|秒'], ['exits', /readBroken/, '读到一半'], ['garbage', /readBroken/, '读到一半']] as const
  for (const [does, code, words] of cases) {
    test(`READ-3, READ-5: ${does}: the clerk is told, the window lives, and nothing of it goes on running`, async ({ userData }) => {
      const app = await start(does, userData)
      try {
        const page = await readyPage(app)
        const dropped = drop(page, ['坏.doc'])
        // The window answers while the file is read.
        expect((await call(page, 'settings.read')).ok).toBe(true)
        const { imported, refused } = await dropped
        // On a busy computer the last room of the heap takes longer than the deadline.
        expect([imported, refused.length, refused[0]?.error.code]).toEqual([[], 1, expect.stringMatching(code)])
        expect(await page.title()).not.toBe('')
        await expect.poll(() => readers(app)).toBe(0)
        expect((await call(page, 'import.text', { text: '题目\n\n一、做法\n' })).ok).toBe(true)
        // The same through the window itself: the sentence is there to be read. One deadline is enough to wait for.
        if (does === 'never') return
        const transfer = await page.evaluateHandle(() => {
          const data = new DataTransfer()
          data.items.add(new File(['甲'], '坏.doc'))
          return data
        })
        await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
        await expect(page.getByText(new RegExp(`坏\\.doc.*(${words})`)).first()).toBeVisible({ timeout: 30_000 })
      } finally {
        await app.close()
      }
    })
  }

  test('READ-3: the control: the same copied program with its own reader reads the file', async ({ userData }) => {
    const app = await start('itself', userData)
    try {
      expect((await drop(await readyPage(app), ['好.doc'])).imported).toHaveLength(1)
    } finally {
      await app.close()
    }
  })

  test('READ-1: the process gets bytes, what is asked of them and no environment, and its heap is small', async ({ userData }) => {
    const probe = path.join(folder, 'probe')
    const program = path.join(probe, 'dist/electron')
    cpSync(path.join(root, 'dist'), path.join(probe, 'dist'), { recursive: true })
    cpSync(path.join(root, 'package.json'), path.join(probe, 'package.json'))
    writeFileSync(path.join(program, 'reading.cjs'), `process.parentPort.on('message', ({ data }) => process.parentPort.postMessage({ id: data.id, result: { ok: false, error: {
      code: 'fileDamaged', detail: { reason: [Object.keys(process.env).sort().join(' '), Object.keys(data).join(' '), Math.round(require('v8').getHeapStatistics().heap_size_limit / 1048576)].join('|') } } } }))`)
    const app = await launchAndu({ userData, program: probe })
    try {
      const { refused } = await drop(await readyPage(app), ['甲.txt'])
      const [environment = '', keys, heap] = String(refused[0]?.error.detail?.reason).split('|')
      expect(environment.split(' ').filter((name) => !['ANDU_READING', 'DBUS_SESSION_BUS_ADDRESS'].includes(name))).toEqual([])
      expect(keys).toBe('id wanted bytes')
      expect(Number(heap)).toBeLessThan(320)
    } finally {
      await app.close()
    }
  })
})
