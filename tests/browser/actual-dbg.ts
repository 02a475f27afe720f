import { chromium } from 'playwright-core'
import { serve } from '/work/main/scripts/lib/tooling/server.mjs'
import { findChromium } from '/work/main/scripts/lib/tooling/chromium.mjs'
const server = await serve({ root: '/work/main/dist', port: 0 })
const browser = await chromium.launch({ executablePath: findChromium()!, args: ['--no-sandbox','--disable-gpu'] })
const page = await browser.newPage()
await page.goto(server.url)
await page.locator('.app[data-engine=ready]').waitFor()
await page.waitForTimeout(6000)
console.log(await page.evaluate(() => {
  const app = (document.querySelector('#app') as any).__vue_app__
  const s = app.config.globalProperties.$pinia._s.get('answers')
  return [...s.slots].map(([k, v]: any) => `${k} ${v.origin} ${v.activity} ${v.fresh} ${JSON.stringify(v.trouble)}`).join('\n')
}))
await browser.close(); await server.close()
