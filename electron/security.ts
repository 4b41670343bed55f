/**
 * Everything that keeps the window in its sandbox and the program off the network (SPEC SEC-1 … SEC-7).
 * Each part works alone; the end-to-end test of egress runs a hostile page against all of them together.
 */
import type { App, Session, WebContents, WebPreferences } from 'electron'

export const scheme = 'app'
export const pageOrigin = 'app://bundle'
export const pageUrl = `${pageOrigin}/index.html`

/** Sent as a header with every file of the page. The one Trusted Types policy is the editor library's: it reads pasted HTML into an inert document. */
export const contentSecurityPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'none'", "frame-src 'none'",
  "object-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", 'trusted-types ProseMirrorClipboard',
].join('; ')

/** What the window may do; `preload` is the path of its preload script. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload, sandbox: true, contextIsolation: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
    webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false, spellcheck: false, navigateOnDragDrop: false, enableWebSQL: false, disableDialogs: true,
  } as WebPreferences
}

const switches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', '127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-quic'],
  ['dns-prefetch-disable'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-features', 'AsyncDns,DnsOverHttps,MediaRouter,WebRtcHideLocalIpsWithMdns'],
  ['disk-cache-size', '1'],
]

/** Before the program is ready: the switches of Chromium and the sandbox of every page. */
export function hardenProgram(app: App): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
  // Root on Linux has no sandbox to enable; Electron would not start. Development and CI only, and every page still asks for one.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('session-created', hardenSession)
  app.on('web-contents-created', (_, contents) => hardenContents(contents))
}

const localSchemes = /^(app|devtools|blob|data):/

/** No request but to our own files, no permission, no device, no dictionary. */
export function hardenSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !localSchemes.test(details.url) }))
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}))
  session.setSpellCheckerEnabled(false)
  if (process.platform !== 'darwin') session.setSpellCheckerDictionaryDownloadURL(`${pageOrigin}/no-dictionaries/`)
  session.on('will-download', (event) => event.preventDefault())
}

/** No navigation, no new window, no web view, no direct connection. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // Newer than Electron 22; there the policy of the page forbids frames altogether.
  ;(contents as { on(name: string, listener: (event: { preventDefault(): void }) => void): unknown }).on('will-frame-navigate', (event) => event.preventDefault())
}

/** A request may come only from the main frame of our own page. */
export function isTrustedSender(frame: { readonly url: string; readonly parent: unknown } | null | undefined): boolean {
  return frame != null && frame.parent === null && (frame.url === pageUrl || frame.url.startsWith(`${pageUrl}#`))
}

/** Nothing that was parsed may change what every object inherits. */
export function freezePrototypes(): void {
  Object.freeze(Object.prototype)
}
