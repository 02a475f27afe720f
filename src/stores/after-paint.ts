/** A new task at once: nested timers would wait 4 ms each. */
export const nextTask = (work: () => void): void => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    work()
  }
  port2.postMessage(null)
}

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
