import { createReadStream } from 'node:fs';
import { archivedPages } from '../archives/archived-pages.js';
import { CliError } from '../cli-error.js';
import { readPage } from '../documents/read-page.js';
import { fileError } from '../io/open-input.js';
import { isUrl, politeFetch } from '../remote/polite-fetch.js';
import type { CliConfig } from '../settings.js';
import { filesIn, kindOf, urlOfFile } from './files-in.js';
import type { Item, Lane, PushDocument } from './item.js';
import { jsonlItems } from './jsonl-items.js';

/** Where from and how documents are taken. */
export interface IngestSource {
  /** A file, a folder or the URL of one page. */
  readonly source: string;
  readonly baseUrl?: string | undefined;
  readonly lane: Lane;
}

/**
 * Everything that a source holds, read as it is asked for. A file that can't be read is an item.
 * @throws CliError ERR_CLI_FILE when there is nothing to read at all
 */
export async function* itemsOf(from: IngestSource, config: CliConfig): AsyncGenerator<Item> {
  const { source, lane } = from;
  if (isUrl(source)) return yield* guarded(source, () => pageOf(source, lane, config));
  for (const file of await filesIn(source)) yield* guarded(file, () => fileItems(file, from));
}

/** What keeps one file from being read must not keep the next ones. */
async function* guarded(source: string, items: () => AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items();
  } catch (error) {
    const known = error instanceof CliError ? error : unreadable(source, error);
    if (!known) throw error;
    const { code, message } = known;
    yield { kind: 'refused', source, url: null, code, message };
  }
}

/** Null for what is no fault of the file's. */
const unreadable = (file: string, error: unknown) =>
  (error as NodeJS.ErrnoException).syscall === undefined ? null : fileError(file, error);

async function* fileItems(file: string, from: IngestSource): AsyncGenerator<Item> {
  const { lane } = from;
  const kind = kindOf(file);
  if (kind === 'warc') return yield* warcItems(file, lane);
  if (kind === 'jsonl') return yield* jsonlItems(createReadStream(file), file, lane);
  const body = await readPage(file);
  if (body.length === 0) return yield { kind: 'skipped', source: file, reason: 'empty' };
  const url = urlOfFile(file, from.source, from.baseUrl);
  yield documentItem(file, url, body, {
    url,
    ...bytesOf(body, kind === 'text' ? 'text/plain' : 'text/html'),
    lane,
  });
}

async function* warcItems(file: string, lane: Lane): AsyncGenerator<Item> {
  for await (const item of archivedPages(createReadStream(file))) {
    if (item.kind === 'skipped') yield { ...item, source: file };
    else if (item.kind === 'bad') yield { ...item, kind: 'refused', source: file };
    else {
      const { url, body, contentType, fetchedAt, recordId } = item;
      const from = fetchedAt === null ? {} : { fetchedAt };
      const document = { url, ...bytesOf(body, contentType), lane, ...from };
      yield documentItem(file, recordId, body, document);
    }
  }
}

async function* pageOf(source: string, lane: Lane, config: CliConfig): AsyncGenerator<Item> {
  const result = await politeFetch(source, config);
  if (!('body' in result)) throw new CliError(result.code, result.reason);
  const { url, body, headers } = result;
  if (body.length === 0) return yield { kind: 'skipped', source, reason: 'empty' };
  const document = { url, ...bytesOf(body, headers['content-type'] ?? ''), lane };
  yield documentItem(source, url, body, document);
}

const documentItem = (
  source: string,
  id: string,
  body: Uint8Array,
  document: PushDocument,
): Item => ({ kind: 'document', source, id, bytes: body.length, document });

/** The bytes as they are: whoever reads pages decodes them best. */
const bytesOf = (body: Uint8Array, contentType: string) => ({
  base64: Buffer.from(body).toString('base64'),
  // The API takes what HTTP allows in a field: printable ASCII.
  ...(contentType === ''
    ? {}
    : { contentType: contentType.replace(/[^\x20-\x7e]/g, '').slice(0, 200) }),
});
