import { imeScenes, composeScene, words } from '../support/imeScenes'
import { expect, test } from './fixtures'

test.describe('input method', () => {
  for (const scene of imeScenes) {
    test(`EDIT-19: composed ${scene.name}`, async ({ openPage, context }) => {
      const page = await openPage('shelf')
      await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
      await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
      const seen = await composeScene(page, await context.newCDPSession(page), scene)
      expect(seen.text).toBe(seen.expected)
      expect(seen.disturbances).toEqual([])
      expect([seen.starts, seen.ends]).toEqual([scene.compositions.length, scene.compositions.length])
    })
  }

  test('EDIT-19: what is composed stands in the outline when the composition is over', async ({ openPage, context }) => {
    const page = await openPage('shelf')
    await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
    await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
    await composeScene(page, await context.newCDPSession(page), { name: '', at: { selector: '.page .para.whole', index: 0, offset: 'end' }, compositions: [words.work] })
    await expect(page.getByRole('treeitem').first()).toHaveAccessibleName(/工作$/)
  })

  test('EDIT-19: the watch would notice a number drawn anew inside a composition', async ({ openPage, context }) => {
    const page = await openPage('shelf')
    await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
    await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible()
    await page.evaluate(() => document.addEventListener('compositionupdate', () => {
      document.querySelector<HTMLElement>('.page .para.whole')!.dataset['n'] = String(Math.random())
    }))
    const seen = await composeScene(page, await context.newCDPSession(page), { name: '', at: { selector: '.page .para', index: 0, offset: 'end' }, compositions: [words.work] })
    expect(seen.disturbances.length).toBeGreaterThan(0)
  })
})
