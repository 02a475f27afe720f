import './engine/polyfills'
import { sayPlainly } from './app/plain-note'
import { nextTask } from './engine/turn'
import { afterPaint } from './stores/after-paint'
import './styles/palette.css'
import './styles/index.css'

/** Nothing but this file has come: the page that was baked stays, and says so without any of the rest. */
const sayUnloaded = (): void => {
  sayPlainly('页面程序没有完整读入，筛选和更新暂不可用；页上是发布时算好的数字。请检查网络后刷新页面。 · Part of the program did not load: no filters and no updates for now; the numbers are those the page was published with. Check the network, then reload.')
}

// What stands in the page is painted before anything of this is read.
afterPaint(() => void import('./app/browser').then(({ startInBrowser }) => nextTask(() => void startInBrowser(window)), (error: unknown) => {
  sayUnloaded()
  throw error
}))
