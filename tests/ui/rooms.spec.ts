import { expect, expectAccessible, expectContrast, test } from './fixtures'

const rooms = ['书架', '写作', '归档', '设置'] as const

test('UI-1: control: a button without a name is found, and so is a word too pale to read', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  await expect(expectAccessible(page)).rejects.toThrow('button-name')
  await expectContrast(page)
  await page.evaluate(() => {
    const pale = document.createElement('p')
    pale.textContent = 'pale'
    Object.assign(pale.style, { position: 'fixed', top: '0', left: '0', zIndex: '9', color: '#ccc', background: '#fff' })
    document.querySelector('main')?.append(pale)
  })
  await expect(expectContrast(page)).rejects.toThrow('color-contrast')
})

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
