/** Where bodies lie that are too large for a record. */
export interface BlobStore {
  /** Storing the same key again is harmless: keys are hashes of what is stored. */
  put(key: string, bytes: Uint8Array): Promise<void>;
}
