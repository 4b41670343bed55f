import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Modules and globals that no bundle of ours may ask for. `tests/e2e/bundle.spec.ts` looks after a build. */
const banned = /require\(\s*["'`](?:node:)?(?:net|http|https|http2|tls|dgram|dns|dns\/promises|inspector|child_process|undici|ws)["'`]\s*\)|from\s*["'](?:node:)?(?:net|http|https|http2|tls|dgram|dns|undici|ws)["']|\bnew (?:WebSocket|XMLHttpRequest|EventSource|WebTransport|RTCPeerConnection)\b|\bsendBeacon\(/g

/** What a built text asks of a network; empty if nothing. */
export function networkUses(text: string): readonly string[] {
  return [...text.matchAll(banned)].map((match) => match[0])
}

/** The same for every script below a folder, as `file: use`. */
export function networkUsesUnder(folder: string): readonly string[] {
  return scriptsUnder(folder).flatMap((path) => networkUses(readFileSync(path, 'utf8')).map((use) => `${relative(folder, path)}: ${use}`))
}

/** The modules outside our own that the built files of this name ask for. */
export function modulesOf(folder: string, name: RegExp): readonly string[] {
  const texts = readdirSync(folder).filter((each) => name.test(each)).map((each) => readFileSync(join(folder, each), 'utf8'))
  const found = texts.flatMap((text) => [...text.matchAll(/\b(?:require|import)\(\s*["'`]([^"'`]+)["'`]\s*\)/g)].map(([, module = '']) => module))
  return [...new Set(found)].filter((module) => !module.startsWith('./')).sort()
}

function scriptsUnder(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? scriptsUnder(path) : /\.(js|cjs|mjs|html)$/.test(entry.name) ? [path] : []
  })
}
