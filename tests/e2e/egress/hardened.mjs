// Runs inside the network namespace: the real program with the hostile script in its own page (ANDU_WHERE=own), or with the hostile page in
// further windows that have no policy, in its own and in a new session (ANDU_WHERE=bare), so that the network layer has to hold alone, or with
// files to import that name addresses (ANDU_WHERE=files, ANDU_FILES: names and texts).
import { _electron } from '@playwright/test'
import { hostileAddress, hostileScript, patience } from './hostilePage.mjs'

const { ANDU_LAUNCH = '{}', ANDU_WHERE = 'own', ANDU_FILES = '[]' } = process.env
const app = await _electron.launch(JSON.parse(ANDU_LAUNCH))
const page = await app.firstWindow()
await page.waitForSelector('html[data-ready="1"]')
if (ANDU_WHERE === 'files') {
  const files = /** @type {[name: string, base64: string][]} */ (JSON.parse(ANDU_FILES))
  const reply = await page.evaluate((given) => /** @type {any} */ (globalThis).api.call('import.dropped', { files: given.map(([name, base64]) => ({ name, bytes: Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)) })) }), files)
  await new Promise((resolve) => setTimeout(resolve, patience))
  await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined)
  process.exit(reply.ok && reply.value.imported.length + reply.value.refused.length === files.length ? 0 : 1)
}
await app.evaluate(async ({ BrowserWindow, session }, hostile) => {
  if (hostile.where === 'own') {
    await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`${hostile.script};0`, true)
    return
  }
  for (const apart of [session.defaultSession, session.fromPartition('apart')]) {
    const bare = new BrowserWindow({ show: true, webPreferences: { sandbox: true, spellcheck: true, session: apart } })
    await bare.loadURL(hostile.address)
  }
}, { script: hostileScript, address: hostileAddress, where: ANDU_WHERE })
await new Promise((resolve) => setTimeout(resolve, patience))
const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const connections = ANDU_WHERE === 'own' ? await page.evaluate(() => document.querySelectorAll('iframe, textarea').length) : 2
await app.evaluate(({ app: program }) => program.exit(0)).catch(() => undefined)
// The script has really run, and nothing it opened is there.
process.exit(connections >= 2 && windows === (ANDU_WHERE === 'own' ? 1 : 3) ? 0 : 1)
