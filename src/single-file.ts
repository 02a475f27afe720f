import './engine/polyfills'
import { startInBrowser } from './app/browser'
import { sayPlainly } from './app/plain-note'
import { fetchEmbedded } from './engine/embedded/fetch'
import { afterPaint } from './stores/after-paint'
import './styles/palette.css'
import './styles/index.css'

/** The overview stays as it was baked. */
const sayTooOld = (): void => {
  sayPlainly('浏览器版本较旧，读不出本文件里的其他数据，筛选和其他页面暂不可用；页上是生成时算好的数字。请换用较新的浏览器。 · This browser is too old to read the rest of this file: no filters and no other pages; the numbers are those the file was made with. Use a newer browser.')
}

afterPaint(() => {
  if ('DecompressionStream' in window) void startInBrowser(window, { fetch: fetchEmbedded, thrift: 'file' })
  else sayTooOld()
})
