import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test as base, type Page } from '@playwright/test'
import { build } from 'vite'
import { contentSecurityPolicy } from '../../electron/security'
import type { FakeWindow } from './fakePage'
import type { SceneName } from './scenes'

const root = path.resolve(import.meta.dirname, '../..')
const origin = 'https://andu.test'
/** ANDU_PAGE: another build of the page than the one in dist/. */
const builtPage = path.resolve(root, process.env['ANDU_PAGE'] ?? 'dist/renderer')
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** A Monday morning: what the pages of all tests take for now. */
export const today = '2026-01-05T09:30:00'

interface Fixtures {
  /** Opens the built page over a stand-in for the main process, with the content security policy of the program. */
  readonly openPage: (scene: SceneName) => Promise<Page>
  /** What went wrong in the page: exceptions, and errors on its console, such as of the policy. Must be empty at the end of every test. */
  readonly troubles: string[]
}

export const test = base.extend<Fixtures, { readonly fakeScript: string }>({
  fakeScript: [async ({}, use) => {
    const built = await build({
      configFile: false, root, logLevel: 'error',
      build: { write: false, target: 'chrome108', lib: { entry: path.join(root, 'tests/ui/fakePage.ts'), formats: ['iife'], name: 'anduFake' } },
    })
    const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []))
    const script = outputs.find((output) => output.type === 'chunk')
    if (script?.type !== 'chunk') throw new Error('the stand-in was not built')
    await use(script.code)
  }, { scope: 'worker' }],
  troubles: [async ({}, use) => {
    const troubles: string[] = []
    await use(troubles)
    expect(troubles, 'what went wrong in the page').toEqual([])
  }, { auto: true }],
  openPage: async ({ page, fakeScript, troubles }, use) => {
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => { if (message.type() === 'error') troubles.push(message.text()) })
    await page.route('**/*', async (route) => {
      const { pathname, origin: asked } = new URL(route.request().url())
      if (asked !== origin) return route.abort()
      const file = path.join(builtPage, pathname)
      const body = await readFile(file).catch(() => null)
      return body === null
        ? route.fulfill({ status: 404 })
        : route.fulfill({ body, contentType: types[path.extname(file)] ?? 'application/octet-stream', headers: { 'content-security-policy': contentSecurityPolicy } })
    })
    await page.clock.setFixedTime(new Date(today))
    await use(async (scene) => {
      await page.addInitScript(`globalThis.anduScene = ${JSON.stringify(scene)}`)
      await page.addInitScript(fakeScript)
      await page.goto(`${origin}/index.html`)
      await page.waitForSelector('html[data-ready="1"]')
      return page
    })
  },
})

/** Runs in the page: what the main process was asked, oldest first. */
export function callsOf(page: Page): Promise<readonly { readonly channel: string; readonly request: unknown }[]> {
  return page.evaluate(() => JSON.parse(JSON.stringify((globalThis as unknown as FakeWindow).fake.calls)) as { channel: string; request: unknown }[])
}

export { expectAccessible, expectContrast } from './accessible'
export { expect }
