/** Where bodies lie that are too large for a record. */
export interface BlobStore {
  /** Storing the same key again is harmless: keys are hashes of what is stored. */
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/** Where they are also taken out again. */
export interface BlobKeeper extends BlobStore {
  /** Takes blobs out; those that aren't there are none. */
  remove(keys: readonly string[]): Promise<void>;
  /** Takes out what was stored last before this moment, ms since the epoch. @returns how many */
  removeBefore(ms: number): Promise<number>;
}
