import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores shared with other work: a slow machine is no failure. What must be fast is measured by the bench.
    testTimeout: 60_000,
    reporters: ['default', './tests/support/vitest-closing-line.ts'],
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['tests/{shared,electron,renderer,properties,golden,house}/**/*.test.ts'] } },
      { extends: true, plugins: [react()], test: { name: 'dom', environment: 'happy-dom', include: ['tests/renderer/**/*.test.tsx'] } },
    ],
  },
})
