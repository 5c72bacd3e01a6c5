/** Every metric and attribute name of the extractor. */

export const metric = {
  /** Counter, documents; exactly one for each document that ends here or goes on as an article. */
  documents: 'tocsin.extractor.documents',
} as const;

export const attribute = {
  /** The kind of page that an article is of, or the code why there is none. */
  outcome: 'tocsin.extractor.outcome',
} as const;
