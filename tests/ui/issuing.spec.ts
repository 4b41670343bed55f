import type { Page } from '@playwright/test'
import type { Issuing } from '../../shared/report/issuing'
import { callsOf, expect, expectAccessible, test } from './fixtures'

const saved = async (page: Page): Promise<Issuing | undefined> => (await callsOf(page)).filter(({ channel }) => channel === 'report.save').map(({ request }) => (request as { report: { issuing?: Issuing } }).report.issuing).pop()

async function openForm(page: Page): Promise<void> {
  await page.locator('.page .para').first().click()
  await page.keyboard.press('Control+k')
  await page.keyboard.insertText('公文要素')
  await page.keyboard.press('Enter')
}

test('ISSUING-1, ISSUING-2: the chosen format asks for its parts, and they are saved as typed', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByText(/清源县档案局2025年度档案工作总结/).first().click()
  await openForm(page)
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await expect(panel.getByLabel('发文字号')).toHaveCount(0)
  await panel.getByLabel('公文格式').selectOption({ label: '红头文件' })
  await panel.getByLabel('发文机关标志').fill('清源县档案局\n\n清源县财政局\n')
  await panel.getByLabel('后面加“文件”二字').check()
  await panel.getByLabel('发文字号').pressSequentially('清档[2026]第012号')
  await expect(panel.getByLabel('发文字号')).toHaveValue('清档〔2026〕第012号')
  await expect(panel.getByText('序号前不加“第”。序号不编虚位，如写 12，不写 012。')).toBeVisible()
  // In the middle of the words the caret stays behind the bracket.
  await panel.getByLabel('发文字号').fill('清档2026〕12号')
  await panel.getByLabel('发文字号').press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('[')
  await page.keyboard.type('x')
  await expect(panel.getByLabel('发文字号')).toHaveValue('清档〔x2026〕12号')
  await panel.getByLabel('发文字号').fill('清档〔2026〕12号')
  await panel.getByLabel('密级和保密期限').pressSequentially('秘密*1年')
  await panel.getByRole('button', { name: '特急' }).click()
  await panel.getByRole('button', { name: '签名章' }).click()
  await panel.getByLabel('签发人职务').fill('局长')
  await panel.getByLabel('抄送机关').fill('县委办公室\n县政府办公室')
  await expectAccessible(page)
  await expect.poll(() => saved(page)).toEqual({
    profile: 'redHead', mark: ['清源县档案局', '清源县财政局'], hasFileWord: true, documentNumber: '清档〔2026〕12号', secrecy: '秘密★1年', urgency: '特急', seal: 'stamp', post: '局长', copies: ['县委办公室', '县政府办公室'],
  })
  await panel.getByLabel('公文格式').selectOption({ label: '纪要' })
  await expect(panel.getByLabel('签发人职务')).toHaveCount(0)
  await panel.getByLabel('出席').fill('张三 李四')
  await expect.poll(async () => (await saved(page))?.present).toBe('张三 李四')
  expect((await saved(page))?.post).toBe('局长')
})

test('ISSUING-1: a filed report shows its parts and lets nothing be changed', async ({ openPage }) => {
  const page = await openPage('shelf')
  await page.getByRole('button', { name: /^2024/ }).click()
  await page.getByText(/意识形态/).first().click()
  await openForm(page)
  await expect(page.getByLabel('公文格式')).toBeDisabled()
})

test('ISSUING-3: what the last report of the unit had is offered, with the next number', async ({ openPage }) => {
  const page = await openPage('shelf')
  const panel = page.getByRole('complementary', { name: '侧栏' })
  await page.getByText(/清源县档案局2025年安全/).first().click()
  await openForm(page)
  await panel.getByLabel('公文格式').selectOption({ label: '红头文件' })
  await panel.getByLabel('发文机关标志').fill('清源县档案局')
  await panel.getByLabel('发文字号').fill('清档〔2026〕12号')
  await panel.getByLabel('印发机关').fill('清源县档案局办公室')
  await page.keyboard.press('Alt+1')
  await page.getByText(/清源县档案局2025年法治/).first().click()
  await openForm(page)
  await panel.getByLabel('公文格式').selectOption({ label: '红头文件' })
  await panel.getByRole('button', { name: '照上一份填写，文号接着清档〔2026〕13号' }).click()
  await expect(panel.getByLabel('发文机关标志')).toHaveValue('清源县档案局')
  await expect(panel.getByLabel('印发机关')).toHaveValue('清源县档案局办公室')
  await expect(panel.getByRole('button', { name: /^照上一份/ })).toHaveCount(0)
  await expect.poll(async () => (await saved(page))?.documentNumber).toBe('清档〔2026〕13号')
})
