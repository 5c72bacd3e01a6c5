/** Why a part of an archive could not be taken; counted under these codes. */
export type ArchiveCode =
  | 'ERR_WARC_CHUNKED'
  | 'ERR_WARC_ENCODING'
  | 'ERR_WARC_GZIP'
  | 'ERR_WARC_HEADER'
  | 'ERR_WARC_HTTP'
  | 'ERR_WARC_LENGTH'
  | 'ERR_WARC_TOO_LARGE'
  | 'ERR_WARC_TRUNCATED';

/** A record that can't be read; the archive goes on behind it. */
export class ArchiveFault extends Error {
  constructor(
    readonly code: ArchiveCode,
    message: string,
  ) {
    super(message);
    this.name = 'ArchiveFault';
  }
}
