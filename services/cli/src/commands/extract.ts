import type { Command } from 'commander';
import type { Context } from '../context.js';
import {
  isLineError,
  lineError,
  MAX_LINE_BYTES,
  readDocumentLine,
} from '../documents/document-line.js';
import { DocumentPool } from '../documents/document-pool.js';
import { ExitCode } from '../exit-code.js';
import { openInput } from '../io/open-input.js';
import { printJson, printLine } from '../io/print.js';
import { readLines, type InputLine } from '../io/read-lines.js';
import type { Done } from '../program.js';

const HELP = `
Each line in is {id, url?, html? | htmlPath? | text?, title?, publishedAt?}; each line out, in the
same order, {id, article, incidents[], toponyms[]} or {id, line, error{code, message}}.
Relative htmlPaths begin at FILE's folder. Example:
  echo '{"id":"1","text":"Two men were shot dead in Lagos on Sunday.","publishedAt":"2024-05-06"}' | npx tocsin extract`;

/** `tocsin extract`: from documents to what they say happened, one line at a time. */
export function extractCommand(program: Command, context: Context, done: Done): void {
  program
    .command('extract')
    .description('read articles (JSONL) and print the incidents that they tell of (JSONL)')
    .argument('[file]', 'JSONL file; stdin without one')
    .option('--json', 'JSONL on stdout, which it always is')
    .addHelpText('after', HELP)
    .action(async (file: string | undefined) => {
      const input = await openInput(file, context.stdin);
      const pool = new DocumentPool(context.extractWorker);
      const count = { lines: 0, errors: 0 };
      try {
        for await (const line of readLines(input.bytes, MAX_LINE_BYTES)) {
          const answer = await answerTo(line, input.folder, pool);
          count.lines += 1;
          if ('error' in answer) count.errors += 1;
          await printJson(context.stdout, answer);
        }
      } finally {
        await pool.close();
      }
      await printLine(context.stderr, `${count.lines} documents, ${count.errors} errors`);
      done(ExitCode.done);
    });
}

/** Whatever a line holds, it is answered by one line: the stream goes on. */
async function answerTo(line: InputLine, folder: string, pool: DocumentPool): Promise<object> {
  const document = readDocumentLine(line);
  if (isLineError(document)) return document;
  const { id } = document;
  try {
    const answer = await pool.extract(document, folder);
    if (answer.kind === 'rejected') return lineError(id, line.number, answer.code, answer.reason);
    const { article, incidents, toponyms } = answer;
    return { id, article, incidents, toponyms };
  } catch (error) {
    const { code = 'ERR_CLI_EXTRACT', message } = error as Error & { code?: string };
    return lineError(id, line.number, code, message);
  }
}
