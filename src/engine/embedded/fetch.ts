import { blockComing } from './blocks'
import { unpack } from './unpack'

/** Answers as a server would, from what stands in the page's own file. */
export const fetchEmbedded: typeof fetch = async (input) => {
  const packed = await blockComing(String(input))
  return packed === null ? new Response(null, { status: 404 }) : unpack(packed)
}
