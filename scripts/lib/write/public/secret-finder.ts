/** Bytes by which secrets are looked up; a shorter one stands everywhere by chance and is not sought. */
const prefix = 4

/** As it stands in text, and as JSON writes it where that differs. */
const formsOf = (secret: string): Buffer[] => [...new Set([secret, JSON.stringify(secret).slice(1, -1)])].map((form) => Buffer.from(form))

/** Tells whether any of the secrets stands anywhere in some bytes; looking takes as long as the bytes are, however many there are. */
export const secretFinder = (secrets: Iterable<string>): ((bytes: Buffer) => boolean) => {
  const sought = new Map<number, Buffer[]>()
  for (const form of [...secrets].flatMap(formsOf).filter(({ length }) => length >= prefix)) {
    const key = form.readUInt32LE(0)
    const same = sought.get(key)
    if (same) same.push(form)
    else sought.set(key, [form])
  }
  return (bytes) => {
    for (let at = 0; at + prefix <= bytes.length; at += 1) {
      const forms = sought.get(bytes.readUInt32LE(at))
      if (forms?.some((form) => form.equals(bytes.subarray(at, at + form.length)))) return true
    }
    return false
  }
}
