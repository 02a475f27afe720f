/** What a worker posts when something in it failed that no answer will tell. */
export interface WorkerFailure {
  readonly workerFailure: string
}

export const isWorkerFailure = (data: unknown): data is WorkerFailure =>
  typeof data === 'object' && data !== null && 'workerFailure' in data
