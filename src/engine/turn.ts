/** A new task at once: nested timers would wait 4 ms each. */
export const nextTask = (work: () => void): void => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    work()
  }
  port2.postMessage(null)
}

/** Lets what the reader does come first, and whatever else waits. */
export const turn = (): Promise<void> => new Promise((resolve) => { nextTask(resolve) })

/** As long as work may hold up what the reader does, in milliseconds. */
export const slice = 16

/** Goes through items, giving way whenever a slice is over. */
export const inSlices = async <T>(items: readonly T[], work: (item: T) => void): Promise<void> => {
  let end = performance.now() + slice
  for (const item of items) {
    if (performance.now() >= end) {
      await turn()
      end = performance.now() + slice
    }
    work(item)
  }
}
