import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures'

const dialog = (page: Page) => page.getByRole('dialog', { name: '四性检测' })

test('CHECK-5: the sheet of a year opens from the archive room, tells what deviates, changes its stage, and is saved', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('button', { name: '归档', exact: true }).click()
  await page.getByRole('button', { name: '四性检测…' }).click()
  await expect(dialog(page)).toContainText('参照 DA/T 70—2018 逐项检测')
  await expect(dialog(page).getByRole('heading', { name: '安全性' })).toBeVisible()
  await expect(dialog(page).getByRole('row', { name: /载体外观/ })).toContainText('需人工核对')
  await expectAccessible(page)
  await dialog(page).getByRole('button', { name: '归档', exact: true }).click()
  await expect(dialog(page).getByRole('row', { name: /应归档文件是否齐全/ })).toBeVisible()
  await expect(dialog(page).getByRole('row', { name: /载体外观/ })).toHaveCount(0)
  await dialog(page).getByRole('button', { name: '存为 PDF…' }).click()
  await expect(page.getByText(/四性检测报告\.pdf/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
})
