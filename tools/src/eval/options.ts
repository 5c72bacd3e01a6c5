import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What one run of the evaluation is asked for. */
export interface EvalOptions {
  /** Holds `data/`, `html/` and `score/`. */
  readonly dataDir: string;
  readonly split: string;
  readonly sets: readonly string[];
  readonly outDir: string;
  readonly json: boolean;
  readonly predictOnly: boolean;
  /** Peers answer too, where a set has any. */
  readonly peers: boolean;
  /** Scores of the half whose errors are read and of the others, beside those of all. */
  readonly halves: boolean;
  /** So many wrong cases of the half that is read are written into `OUT/<set>.errors.md`. */
  readonly errors: number;
  /** Instead of predictions: every claim of every mention of the sets' texts is checked. */
  readonly checkClaims: boolean;
}

export const USAGE =
  'npm run eval -- --data DIR --set aeb,muc4 --out OUT [--split dev] [--json] [--predict-only] [--peers] [--halves] [--errors N]\n       npm run eval -- --data DIR --set gva,muc4 --check-claims [--split dev]';

/** Reads the command line; throws an error that names everything that is missing. */
export function parseOptions(argv: readonly string[]): EvalOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      data: { type: 'string' },
      split: { type: 'string', default: 'dev' },
      set: { type: 'string', multiple: true },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      'predict-only': { type: 'boolean', default: false },
      peers: { type: 'boolean', default: false },
      halves: { type: 'boolean', default: false },
      errors: { type: 'string', default: '0' },
      'check-claims': { type: 'boolean', default: false },
    },
  });
  const sets = (values.set ?? []).flatMap((each) => each.split(',')).filter((each) => each !== '');
  // The check writes nothing.
  const { data, out = values['check-claims'] ? '.' : undefined } = values;
  const missing = [
    data === undefined ? '--data' : '',
    sets.length === 0 ? '--set' : '',
    out === undefined ? '--out' : '',
  ].filter((name) => name !== '');
  if (!Number.isSafeInteger(Number(values.errors))) {
    throw new Error(`--errors is "${values.errors}". Usage: ${USAGE}`);
  }
  if (data === undefined || out === undefined || missing.length > 0) {
    throw new Error(`Missing ${missing.join(', ')}. Usage: ${USAGE}`);
  }
  return {
    dataDir: resolve(data),
    split: values.split,
    sets: [...new Set(sets)],
    outDir: resolve(out),
    json: values.json,
    predictOnly: values['predict-only'],
    peers: values.peers,
    halves: values.halves,
    errors: Number(values.errors),
    checkClaims: values['check-claims'],
  };
}
