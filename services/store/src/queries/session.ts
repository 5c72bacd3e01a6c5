/** How PostgreSQL plans and runs the store's statements. */
export const SESSION: readonly string[] = [
  // Compiling takes longer than any of the short queries.
  'jit=off',
  // Solid state, and mostly memory: reading by an index is hardly dearer than in order.
  'random_page_cost=1.1',
  // Bitmaps of a large table stay exact.
  'work_mem=32MB',
  // Many clients at once: none takes the cores of others.
  'max_parallel_workers_per_gather=0',
];
