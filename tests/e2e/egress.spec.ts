import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { paragraph, wordFile } from '../support/wordFiles'
import { expect, test } from './fixtures'
import { hostileAddress, patience } from './egress/hostilePage.mjs'
import { makeNamespace, type Namespace } from './egress/namespace'

const root = path.resolve(import.meta.dirname, '../..')
const packaged = process.env['ANDU_EXECUTABLE']

test.describe.configure({ mode: 'serial' })
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
async function packetsOfAndu(where: 'own' | 'bare' | 'files', program = root): Promise<readonly string[]> {
  const launch = {
    ...(packaged ? { executablePath: packaged, args: [] } : { executablePath: electron, args: [program] }),
    env: { ...process.env, ANDU_USER_DATA: path.join(folder, where) }, chromiumSandbox: !process.env['ANDU_NO_SANDBOX'],
  }
  let code: number | null = null
  const packets = await namespace.packetsDuring(async () => {
    code = await runInside([process.execPath, path.join(root, 'tests/e2e/egress/hardened.mjs')], { ANDU_LAUNCH: JSON.stringify(launch), ANDU_WHERE: where, ANDU_FILES: JSON.stringify(filesWithAddresses()) })
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

/** Lies beyond the network of the test. */
const far = 'http://203.0.113.7/secret'

/** Files whose formats have every way of naming something outside. */
function filesWithAddresses(): readonly (readonly [name: string, base64: string])[] {
  const word = wordFile(`${paragraph('清河县档案局2025年度工作总结')}<w:p><w:r><w:instrText>INCLUDEPICTURE "${far}"</w:instrText></w:r><w:hyperlink r:id="x" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>`)
  const page = `<!DOCTYPE html><html><head><base href="${far}"><link rel="stylesheet" href="x.css"><meta http-equiv="refresh" content="0;url=${far}"></head><body><p>工作总结</p><img src="${far}/a.png"><script src="${far}/x.js"></script><iframe src="${far}"></iframe></body></html>`
  const rtf = `{\\rtf1 work report\\par {\\field{\\*\\fldinst INCLUDEPICTURE "${far}/a.png"}{\\fldrslt x}}{\\*\\template ${far}/x.dot}}`
  const text = `工作总结\n${far}\n`
  return [['甲.docx', word], ['乙.html', Buffer.from(page)], ['丙.rtf', Buffer.from(rtf)], ['丁.txt', Buffer.from(text)]].map(([name, bytes]) => [name as string, Buffer.from(bytes as Uint8Array).toString('base64')] as const)
}

test('READ-1: files that name addresses are read without a packet', async () => {
  expect(await packetsOfAndu('files')).toEqual([])
})

test('READ-1: the control: a reader that asked for an address would be seen', { tag: '@otherPart' }, async () => {
  const program = path.join(folder, 'program')
  cpSync(path.join(root, 'dist'), path.join(program, 'dist'), { recursive: true })
  cpSync(path.join(root, 'package.json'), path.join(program, 'package.json'))
  writeFileSync(path.join(program, 'dist/electron/reading.cjs'), `process.parentPort.on('message', ({ data }) => {
    require('node:http').get(${JSON.stringify(far)}).on('error', () => undefined)
    process.parentPort.postMessage({ id: data.id, result: { ok: false, error: { code: 'fileDamaged' } } })
  })`)
  expect((await packetsOfAndu('files', program)).length).toBeGreaterThan(0)
})
