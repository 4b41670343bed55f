import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/vitest-closing-line.ts'],
    coverage: {
      provider: 'v8', reporter: ['text', 'html', 'json-summary'],
      include: ['electron/**/*.ts', 'shared/**/*.ts', 'renderer/**/*.{ts,tsx}'], exclude: ['electron/main.ts', 'electron/preload.ts', 'renderer/main.tsx', '**/*.d.ts'],
      thresholds: { lines: 80, functions: 80, branches: 70 },
    },
    projects: [
      { extends: true, test: { name: 'node', environment: 'node', include: ['tests/{shared,electron,renderer,properties,golden,house}/**/*.test.ts'] } },
      { extends: true, plugins: [react()], test: { name: 'dom', environment: 'happy-dom', include: ['tests/renderer/**/*.test.tsx'] } },
    ],
  },
})
