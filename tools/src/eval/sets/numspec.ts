import { readNumbers, readOrdinals, readRanges } from '@tocsin/incident-extraction';
import type { SetAdapter } from '../set-adapter.js';

interface Result {
  readonly text: string;
  readonly value: string;
}

/** Phrases → numbers (Recognizers-Text); a case's id says which of three readings it asks for. */
export const numspec: SetAdapter = {
  set: 'numspec',
  scorers: [{ scorer: 'specs', args: ['--set', 'numspec'] }],
  async *predict(cases) {
    for await (const { id, input } of cases) {
      yield { id, results: toNumspec(id, String(input['text'] ?? '')) };
    }
  },
};

/** The answer as the set writes it. */
export function toNumspec(id: string, text: string): Result[] {
  if (id.includes('NumberRangeModel')) {
    return readRanges(text).map(({ words, low, high, lowClosed, highClosed }) => ({
      text: words,
      value: `${lowClosed && low !== null ? '[' : '('}${low ?? ''},${high ?? ''}${highClosed && high !== null ? ']' : ')'}`,
    }));
  }
  if (id.includes('OrdinalModel')) {
    return readOrdinals(text).map(({ words, value, relation }) => ({
      text: words,
      value: relation ? relative(relation.relativeTo, relation.offset) : String(value),
    }));
  }
  return readNumbers(text).map(({ words, value }) => ({ text: words, value: written(value) }));
}

const relative = (to: string, offset: number): string => `${to}${offset < 0 ? '' : '+'}${offset}`;

/** Fifteen digits, as .NET writes a double: "1E-12", "1.232E+15". */
function written(value: number): string {
  const short = Number(value.toPrecision(15));
  const size = Math.abs(short);
  if (size === 0 || (size >= 1e-4 && size < 1e15)) return String(short);
  const [mantissa, exponent] = short.toExponential().split('e');
  const power = Number(exponent);
  const digits = String(Math.abs(power)).padStart(2, '0');
  return `${mantissa}E${power < 0 ? '-' : '+'}${digits}`;
}
