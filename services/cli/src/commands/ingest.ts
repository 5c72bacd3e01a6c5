import { createHash } from 'node:crypto';
import { decodeDocument } from '@tocsin/article-extraction';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import type { Context } from '../context.js';
import { filesIn, readDocument, urlOfFile, type PushDocument } from '../documents/documents-in.js';
import { ExitCode } from '../exit-code.js';
import { inert, printJson, printLine } from '../io/print.js';
import type { Done } from '../program.js';
import { callService } from '../remote/call-service.js';
import { isUrl, politeFetch } from '../remote/polite-fetch.js';
import { fetcherOf } from '../remote/services.js';
import type { CliConfig } from '../settings.js';

const HELP = `
Pushes .html and .txt files, or one page that it fetches, through the fetcher's API. Pushing the same
again changes nothing. With --json one line per document:
{source, url, status, articleId, version} or {source, url, error{code, message}}. Examples:
  npx tocsin ingest archive/ --base-url https://example.org/archive/
  npx tocsin ingest https://example.org/news.html`;

interface PushAnswer {
  readonly articleId: string;
  readonly version: number;
  readonly status: 'accepted' | 'unchanged' | 'repeated';
}

/** `tocsin ingest`: documents into the line, as if they had been found in a feed. */
export function ingestCommand(program: Command, context: Context, done: Done): void {
  program
    .command('ingest')
    .description('push documents into the running system')
    .argument('<source>', 'file, folder or http(s) URL')
    .option('--base-url <url>', 'URL below which the files lie on the web')
    .option('--json', 'JSONL on stdout, one line per document')
    .addHelpText('after', HELP)
    .action(async (source: string, { json, baseUrl }: { json?: true; baseUrl?: string }) => {
      const config = context.config();
      const places = isUrl(source)
        ? [{ source, url: source }]
        : (await filesIn(source)).map((file) => ({
            source: file,
            url: urlOfFile(file, source, baseUrl),
          }));
      let refused = 0;
      for (const place of places) {
        const answer = { ...place, ...(await pushed(place, config)) };
        if ('error' in answer) refused += 1;
        if (json) await printJson(context.stdout, answer);
        else await printLine(context.stdout, lineOf(answer));
      }
      await printLine(context.stderr, `${places.length} documents, ${refused} refused`);
      done(refused === 0 ? ExitCode.done : ExitCode.negative);
    });
}

type Pushed = PushAnswer | { readonly error: { readonly code: string; readonly message: string } };

/** One document's answer; only a fetcher that is away ends the whole run. */
async function pushed(
  place: { readonly source: string; readonly url: string },
  config: CliConfig,
): Promise<Pushed> {
  try {
    const document = isUrl(place.source)
      ? await download(place.source, config)
      : await readDocument(place.source, place.url);
    return await push(document, config);
  } catch (error) {
    if (!(error instanceof CliError) || error.code === 'ERR_CLI_UNREACHABLE') throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

function push(document: PushDocument, config: CliConfig): Promise<PushAnswer> {
  const body = JSON.stringify(document);
  return callService<PushAnswer>(fetcherOf(config), 'v1/documents', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': createHash('sha256').update(body).digest('hex'),
      ...(config.apiKey === undefined ? {} : { authorization: `Bearer ${config.apiKey}` }),
    },
    body,
  });
}

async function download(url: string, config: CliConfig): Promise<PushDocument> {
  const result = await politeFetch(url, config);
  if (!('body' in result)) throw new CliError(result.code, result.reason);
  const contentType = result.headers['content-type'] ?? '';
  const body = decodeDocument(result.body, contentType);
  return /^text\/plain\b/i.test(contentType)
    ? { url: result.url, text: body }
    : { url: result.url, html: body };
}

const lineOf = (answer: { readonly source: string } & Pushed): string =>
  'error' in answer
    ? `refused ${inert(answer.source)}: ${answer.error.code}: ${inert(answer.error.message)}`
    : `${answer.status} ${inert(answer.source)} as ${answer.articleId}`;
