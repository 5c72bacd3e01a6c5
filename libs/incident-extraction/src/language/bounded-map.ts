/**
 * Remembers up to a number of entries; full, it forgets all of them and begins anew. What is asked for often is
 * soon there again, and a process that reads for days holds no more than one that reads for an hour.
 */
export class BoundedMap<V> {
  private readonly entries = new Map<string, V>();

  /** @param limit most entries, 1 or more */
  constructor(private readonly limit: number) {}

  get size(): number {
    return this.entries.size;
  }

  get(key: string): V | undefined {
    return this.entries.get(key);
  }

  set(key: string, value: V): V {
    if (this.entries.size >= this.limit && !this.entries.has(key)) this.entries.clear();
    this.entries.set(key, value);
    return value;
  }
}
