import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/vitest-closing-line.ts'],
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['tests/{shared,electron,renderer,properties,golden,house}/**/*.test.ts'] } },
      { extends: true, plugins: [react()], test: { name: 'dom', environment: 'happy-dom', include: ['tests/renderer/**/*.test.tsx'] } },
    ],
  },
})
