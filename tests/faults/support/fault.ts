import type { BrowserContext, Page } from 'playwright-core'

/** Something that goes wrong under an open page, and how a reader sees that it did. */
export interface Fault {
  readonly name: string
  /** Whether it is among the few that every test run goes through. */
  readonly short?: true
  /** Page on which it is tried. */
  readonly page?: string
  /** Whether what was baked answers the likely questions meanwhile; everything depends on the engine where absent. */
  readonly knows?: true
  /** Spoils what the browser is given; `mended` says whether it has been put right since. */
  spoil(context: BrowserContext, mended: () => boolean): Promise<unknown>
  /** Does it to the open page, once its numbers stand. */
  strike?(page: Page): Promise<unknown>
  /** What the page must say; null where it goes on as if nothing had happened. */
  readonly says: RegExp | null
  /** How it recovers once mended: by the reader's «retry», by itself, when the page is loaded again, or not in this browser. */
  readonly recovers: 'retry' | 'itself' | 'reload' | 'never'
}
