// The built main process and command line under Node 16.17, with a stand-in for the module `electron`: a built-in that Electron 22's Node
// lacks shows up in this test.
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const Module = require('node:module')
const os = require('node:os')
const path = require('node:path')
const { Worker } = require('node:worker_threads')

const root = path.resolve(__dirname, '../..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'andu-node16-'))
/** @type {Record<string, (event: unknown, request: unknown) => Promise<any>>} */
const handlers = {}
/** Answers to everything that is not named: any member, any call. @returns {any} */
const anything = () => new Proxy(function () { /* a stand-in for any class, function or object */ }, {
  get: (_, name) => (name === 'then' ? undefined : name === Symbol.toPrimitive ? () => '' : anything()), apply: () => anything(), construct: () => anything(),
})
const contents = { ...anything(), on() {}, send() {}, setWindowOpenHandler() {}, executeJavaScriptInIsolatedWorld: async () => [] }
class BrowserWindow {
  webContents = contents
  once() {}
  on() {}
  isDestroyed() { return false }
  async loadURL() {}
}
/** The real program that reads, in a thread of this Node in place of a process of Electron's. @param {string} program */
const reader = (program) => {
  const worker = new Worker(program, { env: {} })
  worker.unref()
  return Object.assign(worker, { kill: () => { void worker.terminate() } })
}
const electron = {
  app: {
    getPath: () => folder, getAppMetrics: () => [], setPath() {}, getVersion: () => '0.0.0', whenReady: async () => {}, on() {}, quit() {}, exit: (/** @type {number} */ code) => process.exit(code),
    commandLine: { appendSwitch() {}, hasSwitch: () => false }, enableSandbox() {}, requestSingleInstanceLock: () => true, isPackaged: false,
  },
  BrowserWindow,
  dialog: { showSaveDialog: async () => ({ canceled: false, filePath: path.join(folder, '导出.docx') }), showMessageBox: async (/** @type {unknown} */ options) => { console.error(options); process.exit(1) } },
  ipcMain: { handle: (/** @type {string} */ channel, /** @type {any} */ handler) => { handlers[channel] = handler } },
  Menu: { setApplicationMenu() {}, buildFromTemplate() {} },
  protocol: { registerSchemesAsPrivileged() {} },
  session: { defaultSession: anything() },
  shell: {},
  utilityProcess: { fork: (/** @type {string} */ program) => reader(program) },
}
const internals = /** @type {any} */ (Module)
const load = internals._load
internals._load = function (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) { return request === 'electron' ? electron : load.call(this, request, ...rest) }

const text = '清河县档案局2025年度工作总结\n一、主要做法\n全年组织集中学习十二次，效果良好。\n二、存在问题\n工作中还有差距和不足。\n清河县档案局\n2025年12月20日\n'
const call = async (/** @type {string} */ channel, /** @type {unknown} */ request) => {
  const reply = await handlers[channel]?.({ senderFrame: { url: 'app://bundle/index.html', parent: null } }, request)
  if (!reply?.ok) throw new Error(`${channel}: ${JSON.stringify(reply)}`)
  return reply.value
}
const expect = (/** @type {unknown} */ condition, /** @type {string} */ message) => { if (!condition) throw new Error(message) }
const cli = (/** @type {string[]} */ ...words) => spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), ...words], { encoding: 'utf8' })

/** @type {Record<string, () => Promise<void>>} */
const tests = {
  async 'the library holds the samples'() { expect((await call('library.list', undefined)).reports.length >= 2, 'no samples') },
  async 'imports, saves, exports and files a report'() {
    const [{ id }] = (await call('import.dropped', { files: [{ name: 'a.txt', bytes: new Uint8Array(Buffer.from(text)) }] })).imported
    const { report, generation } = await call('report.open', { id })
    const saved = await call('report.save', { report: { ...report, unit: '清河县档案局' }, base: generation, cause: 'manual' })
    expect(saved.generation > generation, 'no new generation')
    expect((await call('export.file', { id, format: 'word' })).kind === 'written', 'not exported')
    expect(fs.readFileSync(path.join(folder, '导出.docx')).subarray(0, 2).toString() === 'PK', 'not a Word file')
    await call('report.setState', { id, state: 'final' })
    expect((await call('archive.file', { id })).isIntact, 'not filed')
    expect((await call('library.search', { query: '集中学习', limit: 10 })).total >= 1, 'not found')
  },
  async 'seals a year, checks every byte of it and repairs it'() {
    const bag = path.join(folder, '封存')
    const sealed = cli('archive', 'seal', '--year', '2025', '--data', path.join(folder, 'data'), '-o', bag)
    expect(sealed.status === 0, `seal: ${sealed.stderr}`)
    expect(cli('archive', 'verify', bag).status === 0, 'a new bag is not right')
    fs.appendFileSync(path.join(bag, 'data', 'catalogue.csv'), 'x')
    fs.unlinkSync(path.join(bag, 'seal.json'))
    expect(cli('archive', 'verify', bag).status === 1, 'damage was not found')
    expect(cli('archive', 'repair', bag).status === 0 && cli('archive', 'verify', bag).status === 0, 'damage was not repaired')
  },
  async 'makes a report from every template and from last year'() {
    for (const template of await call('library.templates', undefined)) await call('report.create', { source: { kind: 'template', templateId: template.id }, kind: template.kind, year: 2025, unit: '甲局' })
    const [{ id, kind }] = (await call('library.list', undefined)).reports
    await call('report.create', { source: { kind: 'lastYear', from: id }, kind, year: 2026, unit: '' })
  },
  async 'the command line outlines, in every encoding, exports, compares and reads Word files back'() {
    const file = path.join(folder, '总结.txt')
    fs.writeFileSync(file, Buffer.from(`\ufeff${text}`, 'utf16le'))
    const outline = cli('outline', file, '--json')
    expect(outline.status === 0 && JSON.parse(outline.stdout).headings.length === 2, outline.stderr)
    const out = path.join(folder, 'b.docx')
    const exported = cli('export', file, '-o', out)
    expect(exported.status === 0 && fs.existsSync(out), exported.stderr)
    const changed = path.join(folder, '改.txt')
    fs.writeFileSync(changed, text.replace('十二次', '十五次'))
    const redline = path.join(folder, '花脸稿.docx')
    const compared = cli('compare', out, changed, '--json')
    expect(compared.status === 0 && JSON.parse(compared.stdout).counts.changed === 1, `compare: ${compared.stderr}`)
    expect(cli('redline', out, changed, '-o', redline).status === 0, 'no redline')
    const reviewed = cli('review', file, redline, '--json')
    expect(reviewed.status === 0 && JSON.parse(reviewed.stdout).changes.length === 1, `review: ${reviewed.stderr}`)
    expect(cli('outline', path.join(folder, 'nothing')).status === 3, 'a missing file is not refused with 3')
  },
}

async function all() {
  const { closingLine } = await import('../support/closingLine.mjs')
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const failures = []
  require(path.join(root, 'dist/electron/main.cjs'))
  for (let wait = 0; !handlers['app.info'] && wait < 1000; wait += 1) await new Promise((done) => setTimeout(done, 10))
  for (const [name, body] of Object.entries(tests)) {
    try {
      await body()
      counts.passed += 1
      console.log(`  ok ${name}`)
    } catch (reason) {
      counts.failed += 1
      console.error(`  not ok ${name}`, reason)
      failures.push({ title: name, error: String(reason) })
    }
  }
  fs.rmSync(folder, { recursive: true, force: true })
  closingLine('node16', counts, { failures })
  process.exit(counts.failed ? 1 : 0)
}
console.log(`Node ${process.version}`)
all().catch((reason) => { console.error(reason); process.exit(1) })
