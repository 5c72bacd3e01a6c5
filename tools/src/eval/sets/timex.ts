import { type ReadTime, readTimes } from '@tocsin/incident-extraction';
import type { SetAdapter } from '../set-adapter.js';

/** News and the day of writing → TIMEX3 (TempEval-3's task A); ranges are two times there. */
export const timex: SetAdapter = {
  set: 'timex',
  scorers: [{ scorer: 'timex' }],
  async *predict(cases) {
    for await (const { id, input } of cases) {
      const text = annotated(id, String(input['text'] ?? ''));
      const times = readTimes(text, dayOf(String(input['dct'] ?? '')));
      yield { id, timexes: times.flatMap(toTimex) };
    }
  },
};

/**
 * MEANTIME's annotators marked the title and the first five sentences of a document (there is one a line, the
 * dateline among them) and nothing behind: no gold time of a development document stands below its sixth line.
 */
const annotated = (id: string, text: string): string =>
  id.startsWith('meantime-') ? text.split('\n', 6).join('\n') : text;

/** Some days of writing are given day first. */
function dayOf(dct: string): string {
  const reversed = /^(\d{2})-(\d{2})-(\d{4})$/.exec(dct);
  return reversed ? `${reversed[3]}-${reversed[2]}-${reversed[1]}` : dct;
}

interface Timex {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly value: string;
}

export function toTimex({ ends, start, end, type, value }: ReadTime): Timex[] {
  return ends.length > 0 ? ends.flatMap(toTimex) : [{ start, end, type, value }];
}
