import type { Page } from '@playwright/test'

/** The caret behind the last character of body paragraph `index`, with the paragraph in sight. */
export async function caretAtEnd(page: Page, index: number): Promise<void> {
  await page.locator('[data-editor] .para').nth(index).evaluate(async (element) => {
    element.scrollIntoView({ block: 'center' })
    const range = document.createRange()
    range.selectNodeContents(element)
    range.collapse(false)
    ;(element.closest('[data-editor]') as HTMLElement).focus()
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    // The editor hears of a new selection a moment later, and looks once more 20 ms after it got the focus: timers of the page come in their order, however busy it is.
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 25))) })
  })
}
