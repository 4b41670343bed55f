import type { Page } from '@playwright/test'

/** The caret behind the last character of body paragraph `index`, with the paragraph in sight. */
export async function caretAtEnd(page: Page, index: number): Promise<void> {
  await page.locator('[data-editor] .para').nth(index).evaluate((element) => {
    element.scrollIntoView({ block: 'center' })
    const range = document.createRange()
    range.selectNodeContents(element)
    range.collapse(false)
    ;(element.closest('[data-editor]') as HTMLElement).focus()
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  })
  await page.waitForTimeout(50)
}
