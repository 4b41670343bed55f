import { expect, expectAccessible, test } from './fixtures'

const rooms = ['书架', '写作', '归档', '设置'] as const

for (const theme of ['light', 'dark'] as const) {
  for (const room of rooms) {
    test(`UI-1: ${room} has nothing that axe knows to be wrong, ${theme}`, async ({ openPage, page }) => {
      await page.emulateMedia({ colorScheme: theme })
      await openPage('damaged')
      await page.getByRole('navigation', { name: '房间' }).getByRole('button', { name: room }).click()
      await expect(page.getByRole('main', { name: room })).toBeVisible()
      await expectAccessible(page)
    })
  }
}
