import { ANSWER_SECONDS, SECONDS, type Definitions } from './definition.js';

/** What every process measures of itself, its database and the calls that it answers. */
export const processMetrics = {
  'db.client.operation.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['db.system.name', 'db.operation.name', 'error.type'],
    meaning: 'How long a statement took, waiting for a connection not included.',
    buckets: SECONDS,
  },
  'db.client.connection.count': {
    kind: 'observable up-down counter',
    unit: '{connection}',
    attributes: ['db.client.connection.pool.name', 'db.client.connection.state'],
    meaning: 'Connections of the pool by state.',
  },
  'db.client.connection.limit': {
    kind: 'observable up-down counter',
    unit: '{connection}',
    attributes: ['db.client.connection.pool.name'],
    meaning: 'Connections that the pool may have at most.',
  },
  'db.client.connection.pending_requests': {
    kind: 'observable up-down counter',
    unit: '{request}',
    attributes: ['db.client.connection.pool.name'],
    meaning: 'Work that waits for a connection.',
  },
  'http.server.request.duration': {
    kind: 'histogram',
    unit: 's',
    attributes: ['http.request.method', 'http.route', 'http.response.status_code', 'url.scheme'],
    meaning: 'How long calls took to be answered, to the last byte.',
    buckets: ANSWER_SECONDS,
  },
  'nodejs.eventloop.delay.p99': {
    kind: 'observable gauge',
    unit: 's',
    attributes: [],
    meaning: '99th percentile of how late the event loop was since the last collection.',
  },
  'nodejs.eventloop.delay.max': {
    kind: 'observable gauge',
    unit: 's',
    attributes: [],
    meaning: 'The longest delay of the event loop since the last collection.',
  },
  'nodejs.eventloop.utilization': {
    kind: 'observable gauge',
    unit: '1',
    attributes: [],
    meaning: 'Share of the time since the last collection in which the event loop was busy.',
  },
  'process.cpu.time': {
    kind: 'observable counter',
    unit: 's',
    attributes: ['cpu.mode'],
    meaning: 'CPU time of the process, its worker processes not included.',
  },
  'process.memory.usage': {
    kind: 'observable up-down counter',
    unit: 'By',
    attributes: [],
    meaning: 'Resident memory of the process, its worker processes not included.',
  },
  'v8js.memory.heap.used': {
    kind: 'observable up-down counter',
    unit: 'By',
    attributes: ['v8js.heap.space.name'],
    meaning: 'Heap in use by space.',
  },
} as const satisfies Definitions;
