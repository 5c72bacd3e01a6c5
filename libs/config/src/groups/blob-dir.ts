import Type from 'typebox';

/** Where the claim checks point to: the fetcher writes there, the extractor reads. */
export const blobDir = Type.String({
  env: 'TOCSIN_BLOB_DIR',
  description: 'Folder for bodies too large for a record; shared with the extractor.',
  minLength: 1,
  default: '.tocsin/blobs',
});
