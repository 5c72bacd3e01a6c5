/**
 * MiB of each half of V8's young generation, of a service's process and of its workers. By itself V8 lets it
 * grow to 32 or 64 MiB where the machine has much memory, and all of it stays in use, full of garbage: of a
 * worker 355 MiB then were resident after 300 pages, 279 with this, of the extractor's own process 299 and 226.
 * CPU time was the same within what runs differ by (three pairs of 2,200 articles, 153 and 154 a second).
 */
const YOUNG_MB = 16;

/** How Node.js is run for a service; `deploy/docker/Dockerfile` says the same. */
export const SERVICE_FLAGS: readonly string[] = [`--max-semi-space-size=${YOUNG_MB}`];

/**
 * How glibc's allocator is set for a service, beneath what V8 manages: buffers of what Kafka and PostgreSQL send are
 * large, come and go, and leave holes that stay resident. Two arenas instead of eight a core, and blocks from 128 KiB
 * on given back at once (by itself glibc raises that limit to the largest block that it has seen freed). After 6,000
 * articles of the line the deduplicator had 190 MiB beside its heap and buffers without this, 40 with it.
 */
export const SERVICE_ENVIRONMENT: Readonly<Record<string, string>> = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
};

/**
 * How Node.js is run where one document after the other makes, and drops, a tree. V8 learns from the
 * first ones that such objects live on and puts later ones of their kind straight into the old
 * generation; dead there, they keep the next documents' trees alive until the whole heap is marked.
 * Measured on 287 news pages: 5.4 to 6.1 ms of CPU a page with the flag, 6.4 to 8.3 without.
 */
export const DOCUMENT_WORKER_FLAGS: readonly string[] = [
  ...SERVICE_FLAGS,
  '--no-allocation-site-pretenuring',
];
