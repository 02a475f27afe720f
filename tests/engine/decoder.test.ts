import { describe, expect, it } from 'vitest'
import { EngineError } from '../../src/engine/errors'
import type { FactJob } from '../../src/engine/fact-job'
import { createFactLoader, newHistory, openAhead, type OpenFact } from '../../src/engine/load-facts'
import { createParquetDecoder } from '../../src/engine/parquet'
import type { WorkerLike } from '../../src/engine/parquet'
import type { ParquetReply, ParquetRequest } from '../../src/engine/workers/parquet-message'
import { sampleManifest } from './support/manifest'

const job = { file: 'a.parquet', columns: ['n'], rows: 1, n: 1, bytes: 1, sha256: '' }

/** A worker that answers each `next` with what the script says. */
const fakeWorker = (script: (request: ParquetRequest, count: number) => ParquetReply | { workerFailure: string } | null) => {
  const listeners = new Map<string, (event: MessageEvent | ErrorEvent) => void>()
  const sent: string[] = []
  let count = 0
  let terminated = false
  const worker: WorkerLike = {
    postMessage: (message) => {
      const request = message as ParquetRequest
      sent.push(request.kind)
      if (request.kind !== 'next') return
      const reply = script(request, count++)
      if (reply) queueMicrotask(() => listeners.get('message')?.({ data: reply } as MessageEvent))
    },
    addEventListener: (type, listener) => { listeners.set(type, listener) },
    terminate: () => { terminated = true },
  }
  return { worker, sent, terminated: () => terminated, fail: (message: string) => listeners.get('error')?.({ type: 'error', message } as ErrorEvent) }
}

const collect = async (pieces: AsyncIterable<Uint8Array>): Promise<number[]> => {
  const found: number[] = []
  for await (const piece of pieces) found.push(piece[0] ?? -1)
  return found
}

describe('decoder in a worker', () => {
  it('asks one piece ahead and ends', async () => {
    const { worker, sent } = fakeWorker(({ id }, count) => (count < 2 ? { kind: 'piece', id, ipc: new Uint8Array([count]) } : { kind: 'done', id }))
    expect(await collect(createParquetDecoder(worker).decode(job, new ArrayBuffer(1)))).toEqual([0, 1])
    expect(sent).toEqual(['open', 'next', 'next', 'next', 'close'])
  })

  it('decodes the first piece before anybody reads it', () => {
    const { worker, sent } = fakeWorker(() => null)
    createParquetDecoder(worker).decode(job, new ArrayBuffer(1))
    expect(sent).toEqual(['open', 'next'])
  })

  it('brings a refusal over with code and file', async () => {
    const { worker } = fakeWorker(({ id }) => ({ kind: 'refused', id, code: 'fact_rows', details: { file: 'a.parquet', detail: '1 ≠ 2' } }))
    const reading = collect(createParquetDecoder(worker).decode(job, new ArrayBuffer(1)))
    await expect(reading).rejects.toBeInstanceOf(EngineError)
    await expect(reading).rejects.toMatchObject({ code: 'fact_rows', message: 'a.parquet has not the rows the manifest says: 1 ≠ 2.' })
  })

  it('rejects at once when the worker dies', async () => {
    const silent = fakeWorker(() => null)
    const reading = collect(createParquetDecoder(silent.worker).decode(job, new ArrayBuffer(1)))
    silent.fail('404')
    await expect(reading).rejects.toMatchObject({ code: 'decoder_lost', details: { detail: '404' } })

    const failing = fakeWorker(() => ({ workerFailure: 'RangeError: memory' }))
    await expect(collect(createParquetDecoder(failing.worker).decode(job, new ArrayBuffer(1)))).rejects.toMatchObject({ details: { detail: 'RangeError: memory' } })
  })

  it('settles what is open when closed', async () => {
    const silent = fakeWorker(() => null)
    const decoder = createParquetDecoder(silent.worker)
    const reading = collect(decoder.decode(job, new ArrayBuffer(1)))
    decoder.close()
    await expect(reading).rejects.toMatchObject({ code: 'closed' })
    expect(silent.terminated()).toBe(true)
  })
})

describe('loading facts', () => {
  const manifest = sampleManifest()

  const decode = async function* (asked: FactJob, bytes: ArrayBuffer) {
    expect(new TextDecoder().decode(bytes)).toBe(asked.file)
    expect(asked).toMatchObject({ columns: ['n'], rows: 3, n: 4 })
    yield new Uint8Array([1])
    yield new Uint8Array([2])
  }
  const engineOf = (loaded: string[], load: () => Promise<void> = () => Promise.resolve()) => ({
    create: async (name: string, columns: readonly { readonly name: string }[]) => { loaded.push(`${name}(${columns.map((column) => column.name).join()})`) },
    load: async (name: string, ipc: Uint8Array) => { loaded.push(`${name} ${ipc[0]}`); await load() },
    close: async () => { loaded.push('closed') },
    lost: new Promise<EngineError>(() => undefined),
  })
  const bytesOf = async (file: string) => new TextEncoder().encode(file).buffer as ArrayBuffer
  const opened = (fetchFact: (file: string) => Promise<ArrayBuffer>, decoded: (asked: FactJob, bytes: ArrayBuffer) => AsyncIterable<Uint8Array> = decode): OpenFact =>
    async (asked) => decoded(asked, await fetchFact(asked.file))

  it('loads a needed fact under its name, piece by piece, once', async () => {
    const loaded: string[] = []
    const need = createFactLoader({ engine: engineOf(loaded), manifest, open: opened(bytesOf), history: newHistory(), rows: Infinity })
    await need([])
    expect(loaded).toEqual([])
    await Promise.all([need(['disputes', 'disputes']), need(['disputes'])])
    await need(['disputes'])
    expect(loaded).toEqual(['disputes(n)', 'disputes 1', 'disputes 2'])
  })

  it('fetches again what did not come', async () => {
    const loaded: string[] = []
    let there = false
    const fetchFact = async (file: string) => { if (!there) throw new EngineError('network', { file }); return bytesOf(file) }
    const need = createFactLoader({ engine: engineOf(loaded), manifest, open: opened(fetchFact), history: newHistory(), rows: Infinity })
    await expect(need(['disputes'])).rejects.toMatchObject({ code: 'network' })
    there = true
    await need(['disputes'])
    expect(loaded).toEqual(['disputes(n)', 'disputes 1', 'disputes 2'])
  })

  it('never loads a fact twice into one engine: what it could not take and what is wrong stay so, each by its file', async () => {
    const loaded: string[] = []
    const history = newHistory()
    const refused = createFactLoader({ engine: engineOf(loaded, () => Promise.reject(new EngineError('load_failed', { file: 'disputes', detail: 'no such member' }))), manifest, open: opened(bytesOf), history, rows: Infinity })
    const told = { code: 'load_failed', details: { file: 'disputes.parquet', detail: 'no such member' } }
    await expect(refused(['disputes'])).rejects.toMatchObject(told)
    await expect(refused(['disputes'])).rejects.toMatchObject(told)
    // The engine lives on for everything else.
    expect(loaded).toEqual(['disputes(n)', 'disputes 1'])
    expect([...history.wrong]).toEqual(['disputes'])

    const fetched: string[] = []
    const wrong = createFactLoader({
      engine: engineOf([]), manifest, history: newHistory(),
      rows: Infinity,
      open: opened((file) => { fetched.push(file); return bytesOf(file) }, async function* ({ file }) { yield await Promise.reject(new EngineError('fact_hash', { file })) }),
    })
    await expect(wrong(['disputes'])).rejects.toMatchObject({ code: 'fact_hash' })
    await expect(wrong(['disputes'])).rejects.toMatchObject({ code: 'fact_hash' })
    expect(fetched).toHaveLength(1)
  })

  it('gives the engine up with its decoder, and leaves a fact out that costs a second one', async () => {
    const history = newHistory()
    const closed: unknown[] = []
    const lose = () => createFactLoader({
      engine: { ...engineOf([]), close: async (reason?: EngineError) => { closed.push(reason?.code) } }, manifest, history,
      rows: Infinity,
      open: opened(bytesOf, async function* () { yield await Promise.reject(new EngineError('decoder_lost', { detail: 'out of memory' })) }),
    })
    await expect(lose()(['disputes'])).rejects.toMatchObject({ code: 'decoder_lost' })
    await expect(lose()(['disputes'])).rejects.toMatchObject({ code: 'decoder_lost' })
    expect(closed).toEqual(['decoder_lost', 'decoder_lost'])
    await expect(lose()(['disputes'])).rejects.toMatchObject({ code: 'load_failed', details: { file: 'disputes.parquet', detail: 'The decoding worker stopped: out of memory' } })
    expect(closed).toHaveLength(2)
  })

  it('opens ahead, once, and lets a failure wait for who asks', async () => {
    const asked: string[] = []
    const ahead = openAhead([{ ...job, file: 'disputes.parquet' }], async ({ file }) => { asked.push(file); throw new EngineError('not_found', { file }) })
    expect(asked).toEqual(['disputes.parquet'])
    await expect(ahead({ ...job, file: 'disputes.parquet' })).rejects.toMatchObject({ code: 'not_found' })
    expect(asked).toHaveLength(1)
    await expect(ahead({ ...job, file: 'disputes.parquet' })).rejects.toMatchObject({ code: 'not_found' })
    expect(asked).toHaveLength(2)
  })
})
