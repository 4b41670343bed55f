// npm run ready: what to run before a commit, in under two minutes: lint, types, and the tests of walls and logic. The long ones (thousands of
// crashes, laws on many random reports, pages measured by LibreOffice) are left to npm test.
import { runNode } from './run.mjs'

const long = ['tests/properties/**', 'tests/golden/**', '**/*Crash*', '**/*[Kk]ill*', '**/*measure*']
process.exit(await runNode('scripts/test.mjs', ['lint', 'types', 'unit', '--', ...long.flatMap((pattern) => ['--exclude', pattern])]))
