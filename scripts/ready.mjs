// npm run ready: what to run before a commit, in under two minutes: walls, lint, types and the quick tests.
import { runNode } from './run.mjs'

process.exit(await runNode('scripts/test.mjs', ['lint', 'types', 'unit']))
