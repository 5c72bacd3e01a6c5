/** How values become bytes and back; `libs/contracts` provides it from the topics' schemas. */
export interface Codec {
  /**
   * @throws Error when the value breaks the topic's contract: a fault of the producer.
   */
  encode(topic: string, value: unknown): Buffer;
  /**
   * @param schemaVersion the header's text, undefined where a record has none
   * @throws SyntaxError when the bytes are not what the content type says (class POISON)
   * @throws Error when the value breaks the contract (class SCHEMA)
   */
  decode(topic: string, schemaVersion: string | undefined, bytes: Buffer): unknown;
  /** The version that `encode` writes for this topic. */
  schemaVersion(topic: string): string;
}
