import { createParquetDecoder } from './parquet'
import type { ParquetDecoder } from './parquet'
import { nameOfLife } from './watch-life'
import ParquetWorker from './workers/parquet.worker?worker'

/** The decoder in a worker of its own; a browser only. */
export const startDecoder = (): ParquetDecoder => {
  const name = nameOfLife()
  return createParquetDecoder(new ParquetWorker({ name }), name)
}
