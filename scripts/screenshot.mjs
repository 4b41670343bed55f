// node scripts/screenshot.mjs OUT.png [--script STEPS.mjs] [--size 1280x820] [--keep FOLDER]
// The built program under a hidden X server with a fresh data folder (the samples in it), and a picture of its window.
// STEPS.mjs exports `async function steps({ page, app })`: clicks and keys before the picture, with Playwright's page.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildAll } from './build.mjs'
import { sandboxWorks, underXvfb } from './display.mjs'
import { electronEnv } from './electron-runtime.mjs'
import { root } from './paths.mjs'
import { giveUp, setupElectron } from './setup.mjs'

const [output = '', ...rest] = process.argv.slice(2)
const option = (/** @type {string} */ name) => { const at = rest.indexOf(name); return at < 0 ? undefined : rest[at + 1] }
if (!output.endsWith('.png')) giveUp('usage: node scripts/screenshot.mjs OUT.png [--script STEPS.mjs] [--size 1280x820] [--keep FOLDER]')
const [width = 1280, height = 820] = (option('--size') ?? '1280x820').split('x').map(Number)
const kept = option('--keep')

const rt = await setupElectron({ xvfb: true }).catch(giveUp)
await buildAll().catch(giveUp)
const { _electron } = await import('@playwright/test')
const userData = kept ?? mkdtempSync(path.join(os.tmpdir(), 'andu-shot-'))
try {
  await underXvfb(electronEnv(rt), async (env) => {
    const app = await _electron.launch({ executablePath: rt.path, args: [root], env: /** @type {Record<string, string>} */ ({ ...env, ANDU_USER_DATA: userData, LANG: 'zh_CN.UTF-8' }), locale: 'zh-CN', chromiumSandbox: sandboxWorks(rt.dist) })
    const page = await app.firstWindow()
    page.on('console', (message) => console.log(`page: ${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => console.log(`page error: ${error.message}`))
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
    await page.waitForSelector('html[data-ready="1"]', { timeout: 10_000 }).catch(() => console.log('the page never said that it is ready (html[data-ready="1"])'))
    const script = option('--script')
    if (script) await (await import(pathToFileURL(path.resolve(script)).href)).steps({ page, app })
    await page.screenshot({ path: output })
    console.log(output)
    await app.close()
  })
} finally {
  if (!kept) rmSync(userData, { recursive: true, force: true, maxRetries: 10 })
}
