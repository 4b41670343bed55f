// npm run bench: bundles tests/bench/run.ts and runs it from the project's folder. Options: --quick, --only parse,save,…
// Results also go to bench-results.json. Exit 1 only if a control fails, i.e. the bench would not notice a slow subject.
import { ensurePackages } from './debian.mjs'
import { hasDisplay, sandboxWorks, underXvfb } from './display.mjs'
import { electronEnv } from './electron-runtime.mjs'
import { root } from './paths.mjs'
import { run, runNode } from './run.mjs'
import { giveUp, setupElectron, setupNode } from './setup.mjs'

process.env['NODE_ENV'] = 'production'
try { setupNode() } catch (e) { giveUp(e) }
const { build } = await import('vite')
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: { ssr: `${root}tests/bench/run.ts`, outDir: `${root}node_modules/.cache/andu-bench`, emptyOutDir: true, target: 'node20', minify: false, rolldownOptions: { output: { entryFileNames: 'run.mjs' } } },
})
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    lib: { entry: `${root}tests/bench/anchors/bareProseMirror.ts`, formats: ['iife'], name: 'anchor', fileName: () => 'bareProseMirror.js' },
    outDir: `${root}node_modules/.cache/andu-bench-anchors`, emptyOutDir: true, target: 'chrome108',
  },
})
process.chdir(root)
const args = process.argv.slice(2)
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : 'start,typing'
const bench = (/** @type {NodeJS.ProcessEnv} */ env) => run(process.execPath, [`${root}node_modules/.cache/andu-bench/run.mjs`, ...args], env)

if (/export|import|folder/.test(only) || !args.includes('--only')) {
  // The programs beside which Word files are made and files are read; where they cannot be installed, the table says which were not measured.
  try { ensurePackages({ commands: { pandoc: 'pandoc', pdftotext: 'poppler-utils', soffice: 'libreoffice-writer' }, files: { '/usr/lib/python3/dist-packages/docx/__init__.py': 'python3-docx' } }) } catch (e) { console.error(e instanceof Error ? e.message : e) }
  if (await runNode('scripts/build.mjs') !== 0) giveUp('the build failed')
}
// The windows need the built program, an Electron and a screen; the rest needs none of them.
if (!/start|typing/.test(only)) process.exit(await bench(process.env))
if (await runNode('scripts/build.mjs') !== 0) giveUp('the build failed')
const rt = await setupElectron()
const env = { ...electronEnv(rt), ANDU_BENCH_ELECTRON: `${rt.version} (${rt.kind})`, ...(sandboxWorks(rt.dist) ? {} : { ANDU_NO_SANDBOX: '1' }) }
process.exit(await (hasDisplay() ? bench(env) : underXvfb(env, bench)))
