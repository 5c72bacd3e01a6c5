/** Consumer group, schema and role are all named after the service. */
export const SERVICE = 'deduplicator';

/** What the service reads, in one consumer group of its own name. */
export const CONSUMED = ['incident-extracted', 'incident-curated'] as const;
