import { startInBrowser } from './app/browser'
import './styles/palette.css'
import './styles/index.css'

void startInBrowser(window)
