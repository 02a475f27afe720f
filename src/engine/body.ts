/** A response's bytes piece by piece, so that a slow line is not taken for a dead one. */
export const bodyOf = async (response: Response, alive: () => void): Promise<ArrayBuffer> => {
  if (!response.body) return response.arrayBuffer()
  const reader = response.body.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    alive()
    parts.push(step.value)
  }
  return new Blob(parts).arrayBuffer()
}
