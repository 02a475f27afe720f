/** Before anything else: what the engine lacks it says, and never fetches. */
export const startSettings = ['SET autoload_known_extensions=false', 'SET autoinstall_known_extensions=false'] as const

/** From here on no file, no network and no other settings; the last one also keeps the others. Tables can still be filled. */
export const locks = ['SET enable_external_access=false', 'SET lock_configuration=true'] as const
