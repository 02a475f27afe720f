/** A response's bytes piece by piece, so that a slow line is not taken for a dead one. */
export const bodyOf = async (response: Response, alive: () => void): Promise<ArrayBuffer> => {
  if (!response.body) return response.arrayBuffer()
  const reader = response.body.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    alive()
    parts.push(step.value)
    size += step.value.length
  }
  // A blob would do the same by way of another process.
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole.buffer
}
