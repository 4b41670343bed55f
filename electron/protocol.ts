/** The page and its files come from `app://bundle/`, from a list that the build wrote into the program (SPEC SEC-2). */
import { extname, join } from 'node:path'
import { protocol, type ProtocolResponse, type Session } from 'electron'
import { contentSecurityPolicy, pageOrigin, scheme } from './security'

/** Before the program is ready: our scheme is a standard and secure one. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.woff2': 'font/woff2', '.json': 'application/json',
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

const notFound = -6

/** Answers a request for a file of the page; anything that is not on the list does not exist. */
export function answerFile(url: string, folder: string, files: ReadonlySet<string>): ProtocolResponse {
  const path = pathOf(url)
  const mimeType = path === null ? undefined : mimeTypes[extname(path)]
  if (path === null || mimeType === undefined || !files.has(path)) return { error: notFound }
  return { path: join(folder, ...path.split('/')), mimeType, charset: 'utf-8', headers }
}

/** `assets/index.js` for `app://bundle/assets/index.js`; null for any other address. */
function pathOf(url: string): string | null {
  const start = `${pageOrigin}/`
  return url.startsWith(start) ? (url.slice(start.length).split(/[?#]/, 1)[0] ?? null) : null
}

/** Serves the files of the page. `registerFileProtocol` is the one way that Electron 22 and the current one both know and that reads from the package. */
export function servePage(session: Session, folder: string, files: readonly string[]): void {
  const known = new Set(files)
  session.protocol.registerFileProtocol(scheme, (request, callback) => callback(answerFile(request.url, folder, known)))
}
