import { dayOf, keywordsOf, timeOf } from '@tocsin/dedup';
import type { Command } from 'commander';
import { clusterArticles, type ClusterArticle } from '../clustering/cluster-articles.js';
import type { Context } from '../context.js';
import { createReader } from '../documents/create-reader.js';
import {
  isLineError,
  lineError,
  MAX_LINE_BYTES,
  readDocumentLine,
  type LineError,
} from '../documents/document-line.js';
import { readArticle } from '../documents/read-article.js';
import { ExitCode } from '../exit-code.js';
import { openInput } from '../io/open-input.js';
import { printJson, printLine } from '../io/print.js';
import { readLines, type InputLine } from '../io/read-lines.js';
import type { Done } from '../program.js';

const HELP = `
Each line in is {id, title, text, publishedAt, url?} with ids that differ; each line out
{id, syndicationId, incidentIds[], storyId} or {id, line, error{code, message}}. Articles with one
syndicationId are copies of a text, articles with an incidentId in common tell of one incident,
articles with one storyId are about one event and what follows from it, an incident or not.
Errors are printed at once, the rest in the order of the input once all is read. Example:
  npx tocsin cluster articles.jsonl > clusters.jsonl`;

/** `tocsin cluster`: which articles are copies and which tell of the same incident. */
export function clusterCommand(program: Command, context: Context, done: Done): void {
  program
    .command('cluster')
    .description('group articles (JSONL) into copies, incidents and stories (JSONL)')
    .argument('[file]', 'JSONL file; stdin without one')
    .option('--json', 'JSONL on stdout, which it always is')
    .addHelpText('after', HELP)
    .action(async (file: string | undefined) => {
      const { windowDays } = context.config();
      const input = await openInput(file, context.stdin);
      const read = createReader();
      const articles = new Map<string, ClusterArticle>();
      let errors = 0;
      for await (const line of readLines(input.bytes, MAX_LINE_BYTES)) {
        const article = await toCluster(line, input.folder, read, articles);
        if ('error' in article) {
          errors += 1;
          await printJson(context.stdout, article);
        } else articles.set(article.id, article);
      }
      const clustered = clusterArticles([...articles.values()], windowDays);
      for (const each of clustered) await printJson(context.stdout, each);
      await printLine(context.stderr, `${articles.size} articles, ${errors} errors`);
      done(ExitCode.done);
    });
}

async function toCluster(
  line: InputLine,
  folder: string,
  read: ReturnType<typeof createReader>,
  known: ReadonlyMap<string, unknown>,
): Promise<ClusterArticle | LineError> {
  const document = readDocumentLine(line);
  if (isLineError(document)) return document;
  const { id } = document;
  if (known.has(id))
    return lineError(id, line.number, 'ERR_CLI_LINE_ID', 'An earlier line has the same id.');
  try {
    const result = await readArticle(document, folder);
    if (result.kind === 'rejected') return lineError(id, line.number, result.code, result.reason);
    const { article } = result;
    const { incidents: mentions } = read(article);
    return {
      id,
      day: dayOf(article.publishedAt),
      at: timeOf(article.publishedAt),
      url: article.url,
      language: article.language,
      fingerprint: article.fingerprint,
      keywords: keywordsOf(article, mentions),
      mentions,
    };
  } catch (error) {
    const { code = 'ERR_CLI_EXTRACT', message } = error as Error & { code?: string };
    return lineError(id, line.number, code, message);
  }
}
