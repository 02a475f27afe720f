import { nextTask } from '../engine/turn'

/** After the next frame; a page that is not shown has no frames. */
export const afterPaint = (work: () => void): void => {
  let done = false
  const once = () => {
    if (!done) nextTask(work)
    done = true
  }
  requestAnimationFrame(once)
  setTimeout(once, 100)
}
