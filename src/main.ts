import { afterPaint } from './stores/after-paint'
import './styles/palette.css'
import './styles/index.css'

// What stands in the page is painted before anything of this is read.
afterPaint(() => void import('./app/browser').then(({ startInBrowser }) => startInBrowser(window)))
