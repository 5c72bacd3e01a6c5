/** An attribute of metrics: what its values are, and how many one process can come to know. */
export interface AttributeDefinition {
  readonly values: string;
  readonly most: number;
}

/**
 * Every attribute that a metric may have. None holds a URL, host, id or text: what can take any number of
 * values belongs to spans and logs.
 */
export const attributes = {
  'messaging.system.name': { values: 'kafka', most: 1 },
  'messaging.operation.name': { values: 'process, send', most: 2 },
  'messaging.destination.name': { values: 'topics with their retry topics', most: 64 },
  'messaging.destination.partition.id': { values: 'partitions', most: 64 },
  'messaging.consumer.group.name': { values: 'services that read', most: 4 },
  'error.type': { values: 'classes of errors', most: 30 },
  'tocsin.messaging.outcome': { values: 'ok, drop, retry, deadLetter', most: 4 },
  'tocsin.messaging.code': { values: 'codes of drops, classes of dead letters', most: 80 },
  'tocsin.messaging.dead_letter.class': {
    values: 'TRANSIENT, PERMANENT, POISON, SCHEMA, TOO_LARGE, TIMEOUT',
    most: 6,
  },
  'tocsin.messaging.halt': { values: 'fuse, position', most: 2 },
  'tocsin.code': { values: 'OK, UNCHANGED, codes of refusals and failures', most: 100 },
  'tocsin.fetch.work': { values: 'feed, page', most: 2 },
  'tocsin.lane': { values: 'live, backfill', most: 2 },
  'tocsin.extractor.outcome': { values: 'kinds of pages, codes why there is none', most: 60 },
  'tocsin.feed.state': { values: 'active, failing, paused, parked, stopped', most: 5 },
  'tocsin.worker.cause': { values: 'deadline, crash', most: 2 },
  'tocsin.audit.check': { values: 'missing-end, shared-mention', most: 4 },
  'db.system.name': { values: 'postgresql', most: 1 },
  'db.operation.name': { values: 'first words of statements', most: 12 },
  'db.client.connection.pool.name': { values: 'schemas', most: 4 },
  'db.client.connection.state': { values: 'idle, used', most: 2 },
  'http.request.method': { values: 'methods, _OTHER', most: 10 },
  'http.route': { values: 'routes as they are declared', most: 80 },
  'http.response.status_code': { values: 'status codes', most: 30 },
  'url.scheme': { values: 'http', most: 2 },
  'cpu.mode': { values: 'user, system', most: 2 },
  'v8js.heap.space.name': { values: 'heap spaces of V8', most: 16 },
} as const satisfies Readonly<Record<string, AttributeDefinition>>;

export type AttributeName = keyof typeof attributes;
