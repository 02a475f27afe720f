import { blockOf } from './blocks'
import { unpack } from './unpack'

/** Answers as a server would, from what stands in the page's own file. */
export const fetchEmbedded: typeof fetch = (input) => {
  const packed = blockOf(String(input))
  return Promise.resolve(packed === null ? new Response(null, { status: 404 }) : unpack(packed))
}
