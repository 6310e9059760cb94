/** How an embedded server is set up beyond PostgreSQL's defaults; all of it can be seen with `show`. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '128MB',
  work_mem: '16MB',
  max_wal_size: '2GB',
  jit: 'off',
  // The data stands on a disk without arms, and mostly in memory: a row by its index costs hardly more than the next one.
  random_page_cost: '1.1',
  // A page of the day is many small statements of many people, each better on one core than two of them on both.
  max_parallel_workers_per_gather: '0',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A log without personal data: neither statements nor the values in the detail of an error.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** For a server whose data may be lost with the machine: tests. */
const FORGETFUL: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '4GB',
  checkpoint_timeout: '30min',
  autovacuum_naptime: '1h',
  // Passwords that guard nothing: each test opens connections of its own.
  scram_iterations: '1',
};

/** The server's settings: durable unless it is said that losing the data does not matter. */
export function serverSettings(durable: boolean, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { ...SETTINGS, ...(durable ? {} : FORGETFUL), ...more };
}
