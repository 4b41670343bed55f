import { expect, test } from './fixtures'
import { pageEffort, plantWork } from './pageEffort'

test('HOUSE-15: control: work planted into the page is found out, waiting costs next to nothing', async ({ openPage }) => {
  const page = await openPage('shelf')
  const effort = await pageEffort(page)
  await plantWork(page, 2)
  expect(await effort.of(() => page.waitForTimeout(300))).toBeLessThan(1)
  const planted = await effort.of(() => plantWork(page, 10))
  expect(planted).toBeGreaterThan(5)
  expect(planted).toBeLessThan(20)
})
