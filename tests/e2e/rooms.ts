import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

/** The window's rooms as a clerk finds them: by role and name. */
export class Rooms {
  constructor(readonly page: Page) {}

  readonly outlineRow = (name: string | RegExp): Locator => this.page.getByRole('tree', { name: '提纲' }).getByRole('treeitem', { name })
  readonly outline = (): Promise<string[]> => this.page.getByRole('tree', { name: '提纲' }).getByRole('treeitem').evaluateAll((rows) => rows.map((row) => row.querySelector('span[title]')?.textContent ?? ''))
  /** The line below the page that says what the disk has. */
  readonly saved = (): Locator => this.page.locator('footer').getByRole('status')

  async go(room: '书架' | '写作' | '归档' | '设置'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: room }).click()
  }

  async waitUntilSaved(): Promise<void> {
    await expect(this.saved()).toHaveText(/^已保存/)
  }

  async setState(state: '草稿' | '送审' | '定稿'): Promise<void> {
    await this.page.getByRole('button', { name: /^状态：/ }).click()
    await this.page.getByRole('menu', { name: '状态' }).getByRole('menuitem', { name: state }).click()
  }
}
