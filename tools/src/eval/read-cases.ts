import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Case } from './set-adapter.js';

/** The cases of a JSONL file one by one; of each line only `id` and `input` are passed on. */
export async function* readCases(file: string): AsyncGenerator<Case> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const { id, input } = JSON.parse(line) as Case;
    yield { id, input };
  }
}
