import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { checkedIdentifier } from './identifiers.js';
import { tlsOf } from './tls.js';
import { watchfulClient } from './watchful-client.js';

export interface DatabaseSettings {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Absent: as the URL says. Else the server's certificate must be vouched for and be for its name. */
  readonly tls?: { readonly ca?: string };
  /** The service's own schema: the only one its unqualified names reach, beside `public` for extensions. */
  readonly schema: string;
  /** The service's own role: taken on by every connection, so that no other service's tables can be read. */
  readonly role?: string;
  /** Run in the order of the timestamps in their names. */
  readonly migrations: Extract<DataSourceOptions['migrations'], readonly unknown[]>;
  readonly entities: Extract<DataSourceOptions['entities'], readonly unknown[]>;
  /** Connections at most; the default is 10. */
  readonly poolSize?: number;
  /** Milliseconds a statement may run; the default is 30,000. */
  readonly statementTimeoutMs?: number;
  /** Further settings of every connection, as `enable_seqscan=off`. */
  readonly session?: readonly string[];
}

/** How PostgreSQL plans and runs the services' statements: many short ones, mostly by an index. */
const PLANNING = [
  // Compiling takes longer than any of the short queries.
  'jit=off',
  // Solid state, and mostly memory: reading by an index is hardly dearer than in order.
  'random_page_cost=1.1',
  // Bitmaps of a large table stay exact.
  'work_mem=32MB',
  // Many clients at once: none takes the cores of others.
  'max_parallel_workers_per_gather=0',
];

/** Milliseconds to wait for a connection, from the pool or the server, before calling the database down. */
const CONNECT_TIMEOUT_MS = 5_000;

/** Milliseconds that the answer to a cancelled statement may take on top of what a statement may run. */
const ANSWER_MS = 5_000;

/** A data source bound to one schema and role; `openDatabase` also creates and migrates them. */
export function createDataSource(settings: DatabaseSettings): DataSource {
  const schema = checkedIdentifier(settings.schema);
  const { statementTimeoutMs = 30_000 } = settings;
  const session = [
    `-c search_path=${schema},public`,
    `-c statement_timeout=${statementTimeoutMs}`,
    // A transaction that its service forgot must not hold its locks for ever.
    '-c idle_in_transaction_session_timeout=60000',
    ...[...PLANNING, ...(settings.session ?? [])].map((setting) => `-c ${setting}`),
  ];
  if (settings.role) session.push(`-c role=${checkedIdentifier(settings.role)}`);
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    ...tlsOf(settings),
    schema,
    applicationName: `tocsin-${schema}`,
    entities: [...settings.entities],
    migrations: [...settings.migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    // Extensions belong to migrations: TypeORM would install uuid-ossp without being asked.
    installExtensions: false,
    poolSize: settings.poolSize ?? 10,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: {
      options: session.join(' '),
      keepAlive: true,
      Client: watchfulClient(statementTimeoutMs + ANSWER_MS),
    },
  });
}
