/** What was packed with gzip and written in base64, as a response would bring it: unpacked while it is read. */
export const unpack = (packed: string, type = 'application/octet-stream'): Response => {
  const digits = atob(packed)
  const bytes = new Uint8Array(digits.length)
  for (let at = 0; at < digits.length; at++) bytes[at] = digits.charCodeAt(at)
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), { headers: { 'Content-Type': type } })
}
