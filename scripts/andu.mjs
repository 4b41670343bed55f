// npm run -s andu -- COMMAND …: the command line, built first if it must be. A call that finds everything built starts it at once.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isFresh } from './build-stamp.mjs'
import { root } from './paths.mjs'

if (!existsSync(`${root}node_modules/.package-lock.json`) || !isFresh('cli')) {
  // In a process of its own, whose words go to stderr: standard output belongs to the command.
  const code = "import('./scripts/build.mjs').then((b) => b.buildAll({ only: 'cli' })).catch((e) => { console.error(e instanceof Error ? e.message : e); process.exit(9) })"
  const built = spawnSync(process.execPath, ['-e', code], { cwd: root, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) process.exit(9)
}
// npm starts scripts in the project's folder; what the caller names is relative to where the caller stands.
if (process.env['INIT_CWD'] && process.env['npm_lifecycle_event'] === 'andu') process.chdir(process.env['INIT_CWD'])
createRequire(import.meta.url)(`${root}dist/cli.cjs`)
