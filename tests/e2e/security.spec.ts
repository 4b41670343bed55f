import { expect, test } from './fixtures'

test('SEC-1: the window runs sandboxed, isolated and without Node', async ({ app, page }) => {
  const preferences = await app.evaluate(({ BrowserWindow, session }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, allowRunningInsecureContent, experimentalFeatures, navigateOnDragDrop } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag, allowRunningInsecureContent, experimentalFeatures, navigateOnDragDrop: navigateOnDragDrop === true, spellChecker: session.defaultSession.isSpellCheckerEnabled() }
  })
  expect(preferences).toEqual({
    sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, allowRunningInsecureContent: false, experimentalFeatures: false, navigateOnDragDrop: false, spellChecker: false,
  })
  const globals = await page.evaluate(() => {
    const api = (globalThis as unknown as { api: Record<string, unknown> }).api
    return [typeof (globalThis as any).require, typeof (globalThis as any).process, Object.keys(api).sort(), Object.isFrozen(api)]
  })
  expect(globals).toEqual(['undefined', 'undefined', ['call', 'on'], true])
})

test('SEC-2: the page comes from the fixed list with the strict policy as a header, and nothing else is there', async ({ app, page }) => {
  expect(page.url()).toMatch(/^app:\/\/bundle\/index\.html/)
  const answers = await app.evaluate(async ({ BrowserWindow, session }) => {
    const seen: Record<string, string | undefined> = {}
    session.defaultSession.webRequest.onHeadersReceived((details, callback) => {
      const name = Object.keys(details.responseHeaders ?? {}).find((key) => key.toLowerCase() === 'content-security-policy')
      seen[details.url] = name === undefined ? undefined : details.responseHeaders?.[name]?.[0]
      callback({})
    })
    const contents = BrowserWindow.getAllWindows()[0]!.webContents
    const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()))
    contents.reload()
    await loaded
    session.defaultSession.webRequest.onHeadersReceived(null)
    return seen
  })
  expect(answers['app://bundle/index.html']).toBe([
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'none'", "frame-src 'none'",
    "object-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", 'trusted-types ProseMirrorClipboard',
  ].join('; '))
  await page.waitForSelector('html[data-ready="1"]')
  const refused = await page.evaluate(() => Promise.all(['package.json', '../electron/main.cjs', '..%2felectron%2fmain.cjs', 'nothing.js'].map((path) => new Promise((resolve) => {
    const script = document.createElement('link')
    script.rel = 'stylesheet'
    script.href = `app://bundle/${path}`
    script.onload = () => resolve('loaded')
    script.onerror = () => resolve('refused')
    document.head.append(script)
  }))))
  expect(refused).toEqual(['refused', 'refused', 'refused', 'refused'])
})

test('SEC-2: code made from text does not run in the page', async ({ page }) => {
  const outcome = await page.evaluate(() => {
    const attempt = (work: () => unknown): string => { try { work(); return 'ran' } catch (error) { return (error as Error).name } }
    return [attempt(() => { document.createElement('div').innerHTML = '<b>x</b>' }), attempt(() => (window as any).trustedTypes.createPolicy('mine', {}))]
  })
  expect(outcome).toEqual(['TypeError', 'TypeError'])
})

test('SEC-3: no navigation and no new window', async ({ app, page }) => {
  const before = page.url()
  await page.evaluate(() => {
    window.open('https://example.invalid/')
    const link = document.createElement('a')
    link.href = 'https://example.invalid/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    link.target = ''
    link.click()
    location.href = 'file:///etc/passwd'
  })
  await page.waitForTimeout(500)
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('SEC-4: every permission is denied', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', (error: Error) => error.name)
    const place = await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('given'), () => resolve('refused')))
    return [camera === 'given', place, await Notification.requestPermission()]
  })
  expect(outcome).toEqual([false, 'refused', 'denied'])
})

test('SEC-5: a request to any network address is cancelled before it leaves', async ({ app }) => {
  const outcome = await app.evaluate(async ({ BrowserWindow, session }) => {
    const before = new Promise<string>((resolve) => {
      session.defaultSession.webRequest.onErrorOccurred((details) => resolve(`${details.url} ${details.error}`))
    })
    const other = new BrowserWindow({ show: false })
    other.loadURL('http://127.0.0.1:9/').catch(() => undefined)
    const error = await before
    other.destroy()
    session.defaultSession.webRequest.onErrorOccurred(null)
    return error
  })
  expect(outcome).toBe('http://127.0.0.1:9/ net::ERR_BLOCKED_BY_CLIENT')
})

test('SEC-7: what every object inherits cannot be changed in the main process', async ({ app }) => {
  expect(await app.evaluate(() => Object.isFrozen(Object.prototype))).toBe(true)
})

test('IPC-2: a frame of another origin gets no answer from the door', async ({ app, page }) => {
  void page
  const reply = await app.evaluate(async ({ app: program, BrowserWindow }) => {
    const preload = `${program.getAppPath()}/dist/electron/preload.cjs`
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
    await stranger.loadURL('data:text/html,<p>stranger</p>')
    const answer: unknown = await stranger.webContents.executeJavaScript("window.api.call('library.list', undefined)")
    stranger.destroy()
    return answer
  })
  expect(reply).toEqual({ ok: false, error: { code: 'senderRefused' } })
})

test('IPC-3: a malformed request through the real door is refused, a good one answered', async ({ page }) => {
  const replies = await page.evaluate(async () => {
    const { api } = globalThis as unknown as { api: { call: (channel: string, request: unknown) => Promise<{ ok: boolean; error?: { code: string } }> } }
    return [await api.call('report.open', { id: '../../etc/passwd' }), await api.call('library.list', undefined), await api.call('__proto__', {})]
  })
  expect(replies[0]).toEqual({ ok: false, error: { code: 'requestMalformed' } })
  expect(replies[1]!.ok).toBe(true)
  expect(replies[2]).toEqual({ ok: false, error: { code: 'requestMalformed' } })
})
