/** Who the secure stack's broker knows, with their passwords. */
export const users = {
  'tocsin-fetcher': 'fetcher-secret',
  'tocsin-extractor': 'extractor-secret',
  'tocsin-deduplicator': 'deduplicator-secret',
  'tocsin-store': 'store-secret',
  'tocsin-cli': 'cli-secret',
  'tocsin-scaler': 'scaler-secret',
  analyst: 'analyst-secret',
};

export type User = keyof typeof users;
