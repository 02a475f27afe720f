import type { Page } from 'playwright-core'

interface Point {
  readonly x: number
  readonly y: number
}

/** Middle of the drawn text that begins like a label, in the window, once it has been scrolled into sight. */
const textAt = async (page: Page, panel: string, label: string): Promise<Point> => {
  const texts = page.locator(`[data-panel="${panel}"] .chart-host:visible svg text`)
  // A label too long for its place is cut, so its beginning must do.
  const text = texts.filter({ hasText: label.slice(0, 4) }).first()
  await text.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const box = await text.boundingBox()
  if (!box) throw new Error(`${panel} draws no ${label}`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Clicks the drawing where a label stands: a row of bars, a rung. */
export const clickLabel = async (page: Page, panel: string, label: string): Promise<void> => {
  const { x, y } = await textAt(page, panel, label)
  await page.mouse.click(x, y)
}

/** Clicks where a row and a column of a heatmap meet. */
export const clickCell = async (page: Page, panel: string, row: string, column: string): Promise<void> => {
  const { x } = await textAt(page, panel, column)
  const { y } = await textAt(page, panel, row)
  await page.mouse.click(x, y)
}

/** First cells of a panel's table: what is drawn, by name and by id. */
export const rowsOf = (page: Page, panel: string): Promise<{ label: string; id: string }[]> =>
  page.locator(`[data-panel="${panel}"] tbody th`).evaluateAll((cells) => cells.map((cell) => ({ label: cell.textContent ?? '', id: cell.getAttribute('data-raw') ?? '' })))
