/** What would lead out of the engine, or open the way: each must fail once it is locked. */
export const forbiddenSql: readonly string[] = [
  'SET enable_external_access=true',
  'SET lock_configuration=false',
  'SET autoload_known_extensions=true',
  'SET autoinstall_known_extensions=true',
  "SET custom_extension_repository='http://example.org'",
  'SET allow_unsigned_extensions=true',
  "SET memory_limit='1MB'",
  'SET GLOBAL threads=4',
  "PRAGMA memory_limit='1MB'",
  'RESET enable_external_access',
  'RESET lock_configuration',
  "ATTACH 'http://example.org/x.duckdb' AS far",
  "ATTACH 'near.duckdb' AS near",
  "ATTACH 'https://example.org/x.duckdb' (READ_ONLY)",
  'LOAD httpfs',
  'LOAD parquet',
  "LOAD 'http://example.org/x.wasm'",
  "SELECT * FROM 'http://example.org/x.csv'",
  "SELECT * FROM read_csv('http://example.org/x.csv')",
  "SELECT * FROM read_csv_auto('/etc/passwd')",
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM read_blob('*')",
  "SELECT * FROM glob('*')",
  "SELECT * FROM read_parquet('http://example.org/x.parquet')",
  "SELECT * FROM read_json('http://example.org/x.json')",
  "COPY disputes TO 'out.csv'",
  "COPY disputes TO 'http://example.org/out.csv'",
  "COPY disputes FROM 'http://example.org/in.csv'",
  "EXPORT DATABASE 'out'",
  "IMPORT DATABASE 'in'"
]

/** How the engine says no. */
export const refusal = /Permission Error|the configuration has been locked|is not in the catalog/

/** What this build takes for nothing to do: it installs nothing ahead, and a secret without a network opens nothing. */
export const idleSql: readonly string[] = ['INSTALL httpfs', "INSTALL httpfs FROM 'http://example.org'", 'FORCE INSTALL parquet', "CREATE SECRET s (TYPE http, BEARER_TOKEN 'x')"]
