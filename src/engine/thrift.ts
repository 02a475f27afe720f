/** What a browser tells of the line and the machine it runs on; many tell nothing. */
export interface Device {
  readonly connection?: { readonly saveData?: boolean; readonly type?: string }
  /** Gigabytes, rounded down to a power of two. */
  readonly deviceMemory?: number
}

/** Why the engine is not brought before somebody asks for what needs it; `file`: it lies packed in the page's own file. */
export type Thrift = 'metered' | 'small' | 'file'

/** At most so many gigabytes make a small machine. */
const small = 2

/** Whether the engine gets little, however it was asked for. */
export const isSmall = ({ deviceMemory }: Device): boolean => deviceMemory !== undefined && deviceMemory <= small

/** Whether several megabytes of engine would cost the reader money, or memory they have not got; null where they may come. */
export const thriftOf = (device: Device): Thrift | null => {
  const { connection } = device
  if (connection?.saveData === true || connection?.type === 'cellular') return 'metered'
  return isSmall(device) ? 'small' : null
}
