import type { EngineErrorCode, ErrorDetails } from '../errors'
import type { FactJob } from '../fact-job'

/** Main thread to decoder: open a file, then ask for its pieces one by one. */
export type ParquetRequest =
  | { readonly kind: 'open'; readonly id: number; readonly job: FactJob; readonly bytes: ArrayBuffer }
  | { readonly kind: 'next' | 'close'; readonly id: number }

/** Decoder to main thread, one for every `next`. */
export type ParquetReply =
  | { readonly kind: 'piece'; readonly id: number; readonly ipc: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'refused'; readonly id: number; readonly code: EngineErrorCode; readonly details: ErrorDetails }
