import type { Plugin } from 'vite'

/**
 * Gives every page of the app its own address without a rule on the web server: the built index.html is copied to <id>.html.
 * The development server answers those addresses with index.html.
 */
export function pageCopies(ids: readonly string[]): Plugin {
  const names = ids.map((id) => `${id}.html`)
  return {
    name: 'page-copies',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset') return
      for (const fileName of names) this.emitFile({ type: 'asset', fileName, source: index.source })
    },
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path = '', query] = (request.url ?? '').split('?')
        if (names.includes(path.slice(1))) request.url = query === undefined ? '/index.html' : `/index.html?${query}`
        next()
      })
    }
  }
}
