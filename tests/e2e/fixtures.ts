import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'
import { hasDisplay, underXvfb } from '../../scripts/display.mjs'

const root = path.resolve(import.meta.dirname, '../..')
/** ANDU_EXECUTABLE: a packaged app to test instead of dist/ on the development Electron. */
const packaged = process.env['ANDU_EXECUTABLE']

export interface Launch {
  readonly userData: string
  readonly args?: readonly string[]
  /** A folder with another build of the program, in place of the one of the project. */
  readonly program?: string
}

/** Starts Andu with a folder of its own. */
export function launchAndu({ userData, args = [], program = root }: Launch): Promise<ElectronApplication> {
  return _electron.launch({
    ...(packaged ? { executablePath: packaged, args: [...args] } : { args: [program, ...args] }),
    env: { ...(process.env as Record<string, string>), ANDU_USER_DATA: userData, LANG: 'zh_CN.UTF-8' },
    locale: 'zh-CN',
    chromiumSandbox: !process.env['ANDU_NO_SANDBOX'],   // scripts/test.mjs: with the real sandbox wherever it can work
  })
}

/** The first window, when its page is ready. */
export async function readyPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow()
  await page.waitForSelector('html[data-ready="1"]')
  return page
}

interface Fixtures {
  readonly userData: string
  readonly app: ElectronApplication
  readonly page: Page
  readonly ime: (keys: readonly string[], commit: string) => Promise<void>
  readonly saveDialog: (filePath: string | null) => Promise<void>
  readonly openDialog: (filePaths: readonly string[]) => Promise<void>
}

export const test = base.extend<Fixtures, { readonly hiddenScreen: boolean }>({
  /** Without a screen every worker has a hidden one of its own: on a common one, a window that comes up takes the keyboard from the other's, in the middle of a composition. */
  hiddenScreen: [async ({}, use) => {
    if (hasDisplay()) return use(false)
    return underXvfb(process.env, async ({ DISPLAY, XAUTHORITY }) => {
      Object.assign(process.env, { DISPLAY, XAUTHORITY })
      await use(true)
      delete process.env['DISPLAY']
      delete process.env['XAUTHORITY']
    })
  }, { scope: 'worker', auto: true }],
  userData: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'andu-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ userData }, use) => {
    const app = await launchAndu({ userData })
    await use(app)
    await app.close()
  },
  page: async ({ app }, use) => {
    await use(await readyPage(app))
  },
  /** Types through a stand-in for an input method: one composition per entry of keys, then the committed text. */
  ime: async ({ page }, use) => {
    const cdp = await page.context().newCDPSession(page)
    await use(async (keys, commit) => {
      for (const text of keys) await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await cdp.send('Input.insertText', { text: commit })
    })
  },
  /** Answers the next save dialogs with this path, or with Cancel for null. */
  saveDialog: async ({ app }, use) => {
    await use((filePath) => answerSaveDialog(app, filePath))
  },
  /** Answers the next open dialogs with these paths. */
  openDialog: async ({ app }, use) => {
    await use((filePaths) => answerOpenDialog(app, filePaths))
  },
})

export function answerSaveDialog(app: ElectronApplication, filePath: string | null): Promise<void> {
  return app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = (async () => (file === null ? { canceled: true } : { canceled: false, filePath: file })) as typeof dialog.showSaveDialog
  }, filePath)
}

export function answerOpenDialog(app: ElectronApplication, filePaths: readonly string[]): Promise<void> {
  return app.evaluate(({ dialog }, files) => {
    dialog.showOpenDialog = (async () => ({ canceled: files.length === 0, filePaths: [...files] })) as typeof dialog.showOpenDialog
  }, filePaths)
}

export interface Reply {
  readonly ok: boolean
  readonly value?: any
  readonly error?: { readonly code: string }
}

/** Asks through the real preload and the real door. */
export function call(page: Page, channel: string, request?: unknown): Promise<Reply> {
  return page.evaluate(([name, value]) => (globalThis as unknown as { api: { call: (channel: string, request: unknown) => Promise<Reply> } }).api.call(name as string, value), [channel, request] as const)
}

export { expect } from '@playwright/test'
