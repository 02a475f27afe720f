import './report-failures'
import '../polyfills'
import './hold-life'
import { decodeFact } from '../decode-fact'
import { asEngineError } from '../errors'
import type { ParquetReply, ParquetRequest } from './parquet-message'

const open = new Map<number, AsyncGenerator<Uint8Array<ArrayBuffer>>>()

const post = (reply: ParquetReply, transfer: Transferable[] = []) => globalThis.postMessage(reply, { transfer })

const next = async (id: number) => {
  const pieces = open.get(id)
  if (!pieces) return
  try {
    const step = await pieces.next()
    if (step.done) {
      open.delete(id)
      post({ kind: 'done', id })
    } else {
      post({ kind: 'piece', id, ipc: step.value }, [step.value.buffer])
    }
  } catch (error) {
    open.delete(id)
    const { code, details } = asEngineError(error, 'fact_unreadable')
    post({ kind: 'refused', id, code, details })
  }
}

globalThis.addEventListener('message', (event: MessageEvent<ParquetRequest>) => {
  const request = event.data
  if (request.kind === 'open') open.set(request.id, decodeFact(request.job, request.bytes))
  else if (request.kind === 'close') open.delete(request.id)
  else void next(request.id)
})
