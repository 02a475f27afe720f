import { withDeadline } from './deadline'
import type { EngineError } from './errors'

/** Ties calls to a worker to its life: what the worker owes when it dies is rejected at once. */
export interface Lifeline {
  /** Settles as `work`, or rejects when it is late or the worker is lost, whichever comes first. */
  guard<T>(work: (alive: () => void) => Promise<T>, ms: number, late: () => EngineError): Promise<T>
  /** Says that the worker is gone; later calls of `guard` reject with the same error. */
  cut(error: EngineError): void
  /** Resolves with the reason when the worker is lost; never rejects. */
  readonly lost: Promise<EngineError>
}

export const createLifeline = (): Lifeline => {
  const owed = new Set<(error: EngineError) => void>()
  let gone: EngineError | null = null
  let tell: (error: EngineError) => void = () => undefined
  const lost = new Promise<EngineError>((resolve) => { tell = resolve })

  const guard = <T>(work: (alive: () => void) => Promise<T>, ms: number, late: () => EngineError): Promise<T> => {
    if (gone) return Promise.reject(gone)
    let drop: (error: EngineError) => void = () => undefined
    const death = new Promise<never>((_, reject) => { drop = reject })
    owed.add(drop)
    return Promise.race([withDeadline(work, ms, late), death]).finally(() => owed.delete(drop))
  }

  const cut = (error: EngineError) => {
    if (gone) return
    gone = error
    for (const reject of owed) reject(error)
    owed.clear()
    tell(error)
  }

  return { guard, cut, lost }
}
