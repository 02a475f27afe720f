import { describe, expect, it } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { folderOf } from '../../src/app/paths'
import { createPageRouter } from '../../src/app/router'

const arrive = async (url: string) => {
  const router = createPageRouter(createMemoryHistory())
  await router.push(url)
  return [router.currentRoute.value.name, router.currentRoute.value.fullPath]
}

describe('addresses of pages', () => {
  it.each([
    ['/', 'overview', '/'],
    ['/index.html?lang=en', 'overview', '/index.html?lang=en'],
    ['/disputes.html?union=U1,U2', 'disputes', '/disputes.html?union=U1,U2'],
    ['/disputes?union=U1', 'disputes', '/disputes.html?union=U1'],
    ['/#/ladder?lang=en', 'ladder', '/ladder.html?lang=en'],
    ['/#/nowhere', 'overview', '/'],
    ['/?extract=jolts-b&lang=en#/disputes', 'disputes', '/disputes.html?extract=jolts-b&lang=en'],
    ['/?lang=en&theme=dark#/disputes?lang=zh', 'disputes', '/disputes.html?lang=zh&theme=dark'],
    ['/nowhere.html?lang=en', 'overview', '/?lang=en'],
    ['/dictionary.html#metric-disputes.opened', 'dictionary', '/dictionary.html#metric-disputes.opened'],
  ])('%s is %s', async (url, name, path) => {
    expect(await arrive(url)).toEqual([name, path])
  })

  it('start from the folder the page lies in', () => {
    expect(folderOf('/street/monitor/disputes.html')).toBe('/street/monitor/')
    expect(folderOf('/street/monitor/')).toBe('/street/monitor/')
  })
})
