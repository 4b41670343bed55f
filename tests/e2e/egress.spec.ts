import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from './fixtures'
import { hostileAddress, patience } from './egress/hostilePage.mjs'
import { makeNamespace, type Namespace } from './egress/namespace'

const root = path.resolve(import.meta.dirname, '../..')
const packaged = process.env['ANDU_EXECUTABLE']

test.describe.configure({ mode: 'serial', timeout: 90_000 })
// Only root can make a network; where it is root, scripts/test.mjs has installed the tools, and their absence is a failure.
test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'needs root on Linux')

let namespace: Namespace
let folder = ''
// A network for each test: the kernel tells the neighbours that the bare Electron has left a group only some time after it ended.
test.beforeEach(() => {
  namespace = makeNamespace()
  folder = mkdtempSync(path.join(os.tmpdir(), 'andu-egress-'))
})
test.afterEach(() => {
  namespace.remove()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** Runs a program inside the namespace and gives its exit code. */
function runInside(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number | null> {
  const [command = '', ...rest] = [...namespace.enter, ...words]
  const child = spawn(command, rest, { env: { ...process.env, ...environment }, stdio: ['ignore', 'inherit', 'ignore'], cwd: root })
  return new Promise((resolve) => { child.once('exit', resolve) })
}

const electron = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, 'node_modules/electron/dist'), 'electron')

test('SEC-6: the hostile page in a bare Electron does send packets, so that the next test is not blind', async () => {
  const packets = await namespace.packetsDuring(async () => {
    const words = [electron, '--no-sandbox', `--user-data-dir=${path.join(folder, 'control')}`, path.join(root, 'tests/e2e/egress/control.cjs')]
    await runInside(words, { ANDU_HOSTILE: hostileAddress, ANDU_PATIENCE: String(patience) })
  })
  console.log(`bare Electron: ${packets.length} packets`)
  expect(packets.length).toBeGreaterThan(10)
})

/** The real program with the hostile page inside the namespace: the packets that left. */
async function packetsOfAndu(where: 'own' | 'bare'): Promise<readonly string[]> {
  const launch = {
    ...(packaged ? { executablePath: packaged, args: [] } : { executablePath: electron, args: [root] }),
    env: { ...process.env, ANDU_USER_DATA: path.join(folder, where) }, chromiumSandbox: !process.env['ANDU_NO_SANDBOX'],
  }
  let code: number | null = null
  const packets = await namespace.packetsDuring(async () => {
    code = await runInside([process.execPath, path.join(root, 'tests/e2e/egress/hardened.mjs')], { ANDU_LAUNCH: JSON.stringify(launch), ANDU_WHERE: where })
  })
  console.log(`Andu, ${where} page: ${packets.length} packets`)
  expect(code).toBe(0)
  return packets
}

test('SEC-6: the same script in the page of Andu sends nothing at all', async () => {
  expect(await packetsOfAndu('own')).toEqual([])
})

test('SEC-6: even in windows without a policy, in the first session and in a new one, nothing is sent', async () => {
  expect(await packetsOfAndu('bare')).toEqual([])
})
