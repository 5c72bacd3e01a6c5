export { serveWorker } from './serve-worker.js';
export { WorkerPool, type WorkerPoolConfig } from './worker-pool.js';
