/**
 * MiB of each half of V8's young generation, of a service's process and of its workers. All of it stays in use, full of
 * garbage; what lives through a turn of it is copied. With 16 the deduplicator took 10.4 ms of CPU an article in batches of 24,
 * with 32 it took 9.5, with 64 8.8 (two runs each by turns); reading incident news 5.9 to 6.2 ms, 5.0 to 6.5, and 5.1 to 5.5 once it is
 * warm. Each step holds some 100 MiB more. By itself V8 takes 32 or 64 where the machine has much memory.
 */
const YOUNG_MB = 32;

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
