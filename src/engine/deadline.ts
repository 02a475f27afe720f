/**
 * Settles as `work` does, or rejects with `late()` when `ms` pass without a sign of life.
 * `work` gets a function to call on progress, which starts the time anew: a slow line is not a dead one.
 */
export const withDeadline = <T>(work: (alive: () => void) => Promise<T>, ms: number, late: () => Error): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let settled = false
    const alive = () => {
      clearTimeout(timer)
      if (!settled) timer = setTimeout(() => end(() => reject(late())), ms)
    }
    const end = (settle: () => void) => {
      settled = true
      clearTimeout(timer)
      settle()
    }
    alive()
    work(alive).then((value) => end(() => resolve(value)), (error: unknown) => end(() => reject(error)))
  })
