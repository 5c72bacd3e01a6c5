/** Fixed for good: a key must keep its shard while rows of it wait. Sixteen relays can share the work. */
export const SHARDS = 16;

/** FNV-1a of the key's bytes: cheap, and the same in every process. */
export function shardOf(key: Buffer): number {
  let hash = 0x811c9dc5;
  for (const byte of key) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % SHARDS;
}
