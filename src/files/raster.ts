import type { DrawnFile } from './drawing'

/** A picture that this browser could not make. */
export class RasterError extends Error {
  override readonly name = 'RasterError'
}

const loaded = (url: string): Promise<HTMLImageElement> => new Promise((resolve, reject) => {
  const image = new Image()
  image.onload = () => { resolve(image) }
  image.onerror = () => { reject(new RasterError('The drawing cannot be read')) }
  image.src = url
})

/**
 * A drawing as PNG, `scale` pixels for each of its own.
 *
 * Rejects with RasterError where the browser has no memory or no means for it.
 */
export const pngOf = async ({ svg, width, height }: DrawnFile, scale: number): Promise<Blob> => {
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new RasterError('There is no canvas')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => { if (blob) resolve(blob); else reject(new RasterError('The picture is too large')) }, 'image/png')
  })
}
