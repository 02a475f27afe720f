/*
 * What Chromium 86 to 103 lack of what is used here and in the libraries. Imported before anything else on the page and in
 * each worker; newer browsers keep their own.
 */
const add = (holder: object, name: string, value: unknown): void => {
  if (!(name in holder)) Object.defineProperty(holder, name, { value, configurable: true, writable: true })
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

function findLast<T>(this: ArrayLike<T>, fits: (value: T, index: number, all: ArrayLike<T>) => unknown): T | undefined {
  for (let i = this.length - 1; i >= 0; i--) if (fits(this[i] as T, i, this)) return this[i]
  return undefined
}

function throwIfAborted(this: AbortSignal): void {
  if (this.aborted) throw new DOMException('aborted', 'AbortError')
}

// Chromium 92.
for (const type of [Array, String, Object.getPrototypeOf(Uint8Array) as Uint8ArrayConstructor]) add(type.prototype, 'at', at)
// Chromium 93.
add(Object, 'hasOwn', (holder: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(holder, name))
// Chromium 97.
add(Array.prototype, 'findLast', findLast)
// Chromium 100.
add(AbortSignal.prototype, 'throwIfAborted', throwIfAborted)
