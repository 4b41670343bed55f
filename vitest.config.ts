import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const measured = ['tests/properties/*Growth.test.ts', 'tests/electron/cli/anduScript.test.ts']

export default defineConfig({
  test: {
    // Two cores shared with other work: a slow machine is no failure. What must be fast is measured by the bench, and what must be little work in units of work (tests/support/effort.ts).
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    reporters: ['default', './tests/support/vitest-closing-line.ts'],
    projects: [
      // Modules outside the window keep nothing but what was computed once, so files share them: loading them anew for each took a third of the time.
      { extends: true, test: { name: 'node', environment: 'node', isolate: false, include: ['tests/{shared,electron,properties,golden,house,fuzz}/**/*.test.ts'], exclude: measured } },
      { extends: true, test: { name: 'window', environment: 'node', include: ['tests/renderer/**/*.test.ts'] } },
      { extends: true, plugins: [react()], test: { name: 'dom', environment: 'happy-dom', include: ['tests/renderer/**/*.test.tsx'] } },
      // How work grows is told by what it costs: in a process without the leavings of other files.
      { extends: true, test: { name: 'measured', environment: 'node', include: measured } },
    ],
  },
})
