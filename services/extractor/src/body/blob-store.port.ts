/** Bodies too large for a record, by the key that the record carries in their place. */
export interface BlobStore {
  /**
   * The blob's bytes.
   * @throws PermanentError `ERR_BLOB_MISSING` when there is none: it was erased or has expired.
   * @throws DependencyDownError `ERR_BLOB_UNREADABLE` when the store itself fails.
   */
  get(key: string): Promise<Uint8Array>;
}
