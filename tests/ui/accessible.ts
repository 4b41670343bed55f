import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'

/** axe itself, without the wrapper that brings it into the page anew for every look and has it list all that is right. */
const source = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  readonly run: (options: { readonly resultTypes: readonly ['violations']; readonly runOnly?: readonly string[] }) => Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[] }[]
  }>
}

/** Nothing that axe knows to be wrong. `rules`: these alone. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(source)
  const found = await page.evaluate(async (only) => {
    // Colours that are still on their way are those of no state.
    await new Promise((resolve) => { requestAnimationFrame(resolve) })
    await Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity).map((each) => each.finished))
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ['violations'], ...(only === undefined ? {} : { runOnly: only }) })
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ''}`) }))
  }, rules)
  expect(found).toEqual([])
}

/** The same page in other colours: what can have changed is the contrast. */
export function expectContrast(page: Page): Promise<void> {
  return expectAccessible(page, ['color-contrast'])
}
