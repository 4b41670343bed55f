/** Starting programs on the Electron that scripts/bench.mjs has found; its variables are in the environment. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

export interface Started {
  readonly app: ElectronApplication
  readonly page: Page
  /** From the call to the first painted content, by the page's own clock. */
  readonly painted: number
  /** From the call to the page saying that it can be used, with one frame painted after that; as seen from outside, so never less than attaching takes. */
  readonly usable: number
}

const tries = 3

/** Starts the program in `folder` and waits for `html[data-ready="1"]` and two frames. Tries again: a few per cent of starts fail under load, and one that ends may still hold its folder. */
export async function start(folder: string, options: { readonly userData: string; readonly args?: readonly string[]; readonly page?: string }): Promise<Started> {
  for (let count = 1; ; count += 1) {
    try {
      return await startOnce(folder, options)
    } catch (reason) {
      if (count === tries) throw reason
      await new Promise((resolve) => { setTimeout(resolve, 1000) })
    }
  }
}

async function startOnce(folder: string, { userData, args = [], page: pageName }: { readonly userData: string; readonly args?: readonly string[]; readonly page?: string }): Promise<Started> {
  const begun = Date.now()
  const app = await _electron.launch({
    args: [folder, `--user-data-dir=${userData}`, ...args],
    env: { ...(process.env as Record<string, string>), ANDU_USER_DATA: userData, LANG: 'zh_CN.UTF-8', ...(pageName === undefined ? {} : { ANDU_BENCH_PAGE: pageName }) },
    chromiumSandbox: !process.env['ANDU_NO_SANDBOX'],
  })
  const page = await app.firstWindow()
  if (pageName !== 'editable.html') await page.waitForSelector('html[data-ready="1"]', { state: 'attached' })
  const usableAt = await page.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(Date.now())))))
  const paintedAt = await page.evaluate(() => performance.timeOrigin + (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN))
  return { app, page, painted: paintedAt - begun, usable: usableAt - begun }
}

/** A folder that is gone when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'andu-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
