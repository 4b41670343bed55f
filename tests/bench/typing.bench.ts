/**
 * A key pressed inside a heading, until the frame that shows it in text and outline: Andu beside a bare contenteditable with the same paragraphs in the
 * same Electron. Work is what the page's main thread did for one key, which is steadier than the time to a frame.
 */
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { openLibrary } from '../../electron/library/openLibrary'
import { realSurroundings } from '../../electron/storage/surroundings'
import { countingIds } from '../../shared/base/ids'
import { parseReport } from '../../shared/outline/parseReport'
import { inFolder, start } from './electron'
import { summary } from './measure'
import type { Outcome, Row } from './result'
import { reportText } from './texts'

interface Typing {
  readonly latencies: readonly number[]
  /** Milliseconds of main-thread work for one key. */
  readonly work: number
  /** Keys whose letter was not in the outline in the frame of the key. */
  readonly late: number
}

/** Work beside the bare page, by characters of the report. */
const goals: Readonly<Record<number, number>> = { 6_000: 1.5, 300_000: 0.5 }

export async function benchTyping(isQuick: boolean): Promise<Outcome> {
  const rows: Row[] = []
  const controls: Outcome['controls'][number][] = []
  for (const size of isQuick ? [6_000] : [6_000, 60_000, 300_000]) {
    const ours: Typing[] = []
    const bare: Typing[] = []
    const library: Typing[] = []
    const slow: Typing[] = []
    for (let turn = 0; turn < (isQuick ? 2 : 3); turn += 1) {
      ours.push(await typeInAndu(size, 0))
      bare.push(await typeInBare(size))
      library.push(await typeInBareLibrary(size))
      if (turn === 0) slow.push(await typeInAndu(size, 30))
    }
    const metric = `key ${size / 1000}k`
    const late = ours.reduce((sum, each) => sum + each.late, 0)
    const subject = summary('work', ours.map((each) => each.work))
    rows.push({ metric: `${metric}, work`, subject, anchor: summary('bare contenteditable', bare.map((each) => each.work)), ...(goals[size] === undefined ? {} : { goal: { most: goals[size] } }) })
    rows.push({ metric: `${metric}, to the frame`, subject: summary('frame', ours.flatMap((each) => each.latencies)), anchor: summary('bare contenteditable', bare.flatMap((each) => each.latencies)), note: `outline late for ${late} keys` })
    rows.push({ metric: `${metric}, work`, subject, anchor: summary('bare ProseMirror', library.map((each) => each.work)) })
    rows.push({ metric: `${metric}, to the frame`, subject: summary('frame', ours.flatMap((each) => each.latencies)), anchor: summary('bare ProseMirror', library.flatMap((each) => each.latencies)) })
    controls.push({ name: `30 ms of planted work a key, ${size / 1000}k`, ratio: (slow[0]?.work ?? 0) / subject.median, least: 1.5 })
  }
  return { rows, controls, left: [] }
}

async function typeInAndu(size: number, plantedWork: number): Promise<Typing> {
  return inFolder(async (folder) => {
    const data = join(folder, 'data')
    const title = await fillLibrary(data, size)
    const { app, page } = await start('.', { userData: join(folder, 'profile'), args: ['--data', data] })
    try {
      await page.getByText(title).first().click()
      await page.getByText(title).first().dblclick().catch(() => undefined)
      await page.waitForSelector('.ProseMirror')
      await caretIntoHeading(page, '.ProseMirror')
      return await type(page, '[role="tree"]', plantedWork)
    } finally {
      await app.close()
    }
  })
}

async function fillLibrary(folder: string, size: number): Promise<string> {
  const opened = await openLibrary({ ...realSurroundings(process.platform), folder, exportWord: () => Promise.reject(new Error('not used')), untitled: 'untitled' })
  if (!opened.ok) throw new Error(opened.error.code)
  const { content } = parseReport(reportText(size), { newId: countingIds() })
  const imported = await opened.value.importReport({ content, year: 2025, kind: 'general', unit: 'unit' })
  await opened.value.close()
  if (!imported.ok) throw new Error(imported.error.code)
  return imported.value.title
}

async function typeInBare(size: number): Promise<Typing> {
  return typeInAnchor('main', (page) => page.evaluate((lines) => {
    document.querySelector('main')?.append(...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })))
  }, linesOf(size)))
}

/** The same library as Andu's, with nothing around it. */
async function typeInBareLibrary(size: number): Promise<Typing> {
  return typeInAnchor('.ProseMirror', async (page) => {
    await page.addScriptTag({ path: 'node_modules/.cache/andu-bench-anchors/bareProseMirror.js' })
    await page.evaluate((lines) => {
      const host = document.querySelector<HTMLElement>('main')
      host?.removeAttribute('contenteditable')
      const { bareProseMirror } = window as unknown as { bareProseMirror: { open: (host: HTMLElement | null, lines: readonly string[]) => void } }
      bareProseMirror.open(host, lines)
    }, linesOf(size))
  })
}

function linesOf(size: number): readonly string[] {
  return reportText(size).split('\n').filter((line) => line !== '')
}

async function typeInAnchor(editor: string, fill: (page: Page) => Promise<void>): Promise<Typing> {
  return inFolder(async (userData) => {
    const { app, page } = await start('tests/bench/anchors/window', { userData, page: 'editable.html' })
    try {
      await fill(page)
      await caretIntoHeading(page, editor)
      return await type(page, null, 0)
    } finally {
      await app.close()
    }
  })
}

/** Puts the caret at the end of the first block in the middle of the text that is short enough to be a heading. */
async function caretIntoHeading(page: Page, editor: string): Promise<void> {
  await page.evaluate((selector) => {
    const root = document.querySelector<HTMLElement>(selector)
    if (!root) throw new Error('no editor')
    const blocks = [...root.querySelectorAll<HTMLElement>('p, [data-level], h1, h2, h3')].filter((block) => block.children.length < 3)
    const short = blocks.slice(Math.floor(blocks.length / 2)).find((block) => (block.textContent ?? '').length > 4 && (block.textContent ?? '').length < 30)
    if (!short) throw new Error('no heading')
    short.scrollIntoView({ block: 'center' })
    root.focus()
    const range = document.createRange()
    range.selectNodeContents(short)
    range.collapse(false)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, editor)
  await page.waitForTimeout(500)
}

const keys = 60

async function type(page: Page, outline: string | null, plantedWork: number): Promise<Typing> {
  await page.evaluate(({ outline, plantedWork }) => {
    const seen = { latencies: [] as number[], late: 0, typed: 0 }
    Object.assign(window, { benchSeen: seen })
    document.addEventListener('keydown', (event) => {
      const begun = event.timeStamp
      seen.typed += 1
      const expected = 'a'.repeat(seen.typed)
      const until = performance.now() + plantedWork
      while (performance.now() < until) seen.late += 0
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          seen.latencies.push(performance.now() - begun)
          if (outline !== null && !document.querySelector(outline)?.textContent?.includes(expected)) seen.late += 1
        }
        port2.postMessage(0)
      })
    }, true)
  }, { outline, plantedWork })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const before = await taskSeconds(session)
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('a')
    await page.waitForTimeout(30)
  }
  const work = ((await taskSeconds(session)) - before) * 1000 / keys
  const seen = await page.evaluate(() => (window as unknown as { benchSeen: { latencies: number[]; late: number } }).benchSeen)
  return { ...seen, work }
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0
}
