import { sha256Of } from '../engine/sha256'

/** A file came that is not the one the publication names: the site is just changing, or somebody else answered. */
export class OtherContent extends Error {}

/** What a header says of the body as it was sent is no longer so of the body as it is kept. */
const ofTransfer = ['content-encoding', 'content-length', 'transfer-encoding', 'vary']

/** A response as it can be kept: its body is the very file that a hash names. Throws OtherContent where it is not. */
export const exactly = async (response: Response, sha256: string): Promise<Response> => {
  if (!response.ok) throw new OtherContent(String(response.status))
  const body = await response.arrayBuffer()
  if (await sha256Of(body) !== sha256) throw new OtherContent(response.url)
  // Written anew: the browser refuses a page out of a response that was led on from another address.
  const headers = new Headers(response.headers)
  for (const name of ofTransfer) headers.delete(name)
  return new Response(body, { headers })
}
