import type { Page } from 'playwright-core'

/** Every text a reader or a screen reader can meet: the title, text nodes with those of charts, and spoken attributes. */
export const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement?.tagName.toLowerCase()
      if (holder !== 'script' && holder !== 'style' && holder !== 'noscript') found.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'label']) found.push(element.getAttribute(name) ?? '')
    return found.map((text) => text.trim()).filter((text) => text !== '')
  })

/** Leaves of a tree of messages, by their path. */
export const leavesOf = (tree: object, path = ''): [path: string, text: string][] =>
  Object.entries(tree).flatMap(([name, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string' ? [[path + name, value]] : typeof value === 'object' && value !== null ? leavesOf(value, `${path}${name}.`) : [])
