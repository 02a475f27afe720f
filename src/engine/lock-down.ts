/** Before anything else: what the engine lacks it says, and never fetches; what takes more than so many megabytes fails by itself. */
export const startSettings = (megabytes: number): readonly string[] =>
  ['SET autoload_known_extensions=false', 'SET autoinstall_known_extensions=false', `SET memory_limit='${String(Math.floor(megabytes))}MB'`]

/** From here on no file, no network and no other settings; the last one also keeps the others. Tables can still be filled. */
export const locks = ['SET enable_external_access=false', 'SET lock_configuration=true'] as const
