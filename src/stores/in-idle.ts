import { whenIdle } from './idle'

/** Works through items one at a time while nothing else is to be done, until it is no longer wanted. */
export const inIdle = <T>(items: readonly T[], work: (item: T) => void, wanted: () => boolean): void => {
  const next = (at: number) => {
    const item = items[at]
    if (item === undefined || !wanted()) return
    work(item)
    whenIdle(() => next(at + 1))
  }
  whenIdle(() => next(0))
}
