import { composeScene, imeScenes } from '../support/imeScenes'
import { expect, test } from './fixtures'

test('EDIT-19: every composition arrives once and disturbs nothing, in the real program', async ({ page }) => {
  await page.getByRole('button', { name: '打开范例' }).click()
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
  const cdp = await page.context().newCDPSession(page)
  const seen: Record<string, unknown> = {}
  const wanted: Record<string, unknown> = {}
  for (const scene of imeScenes) {
    const { text, expected, starts, ends, disturbances } = await composeScene(page, cdp, scene)
    seen[scene.name] = { text, starts, ends, disturbances }
    wanted[scene.name] = { text: expected, starts: scene.compositions.length, ends: scene.compositions.length, disturbances: [] }
  }
  expect(seen).toEqual(wanted)
})
