// npm run bench: bundles tests/bench/run.ts and runs it from the project's folder. Options: --quick, --only parse,save,…
// Results also go to test-results/bench.json. Exit 1 only if a control fails, i.e. the bench would not notice a slow subject.
import { root } from './paths.mjs'
import { run } from './run.mjs'
import { giveUp, setupNode } from './setup.mjs'

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
process.chdir(root)
process.exit(await run(process.execPath, ['--expose-gc', `${root}node_modules/.cache/andu-bench/run.mjs`, ...process.argv.slice(2)]))
