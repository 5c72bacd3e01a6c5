export { DOCUMENT_WORKER_FLAGS, SERVICE_ENVIRONMENT, SERVICE_FLAGS } from './node-flags.js';
export { serveWorker } from './serve-worker.js';
export { PATIENCE } from './task-deadline.js';
export { WorkerPool, type WorkerPoolConfig } from './worker-pool.js';
