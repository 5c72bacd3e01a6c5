import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Either a draw or a score. */
export type AuditOptions =
  | { readonly score: string }
  | {
      readonly score: null;
      readonly dataDir: string;
      readonly split: string;
      readonly sets: readonly string[];
      readonly n: number;
      readonly seed: number;
      readonly outDir: string;
    };

export const AUDIT_SETS = ['gva', 'muc4', 'newscluster', 'timex', 'geo'];

export const USAGE = `npm run audit -- --data DIR --out OUT [--n 100] [--seed 1] [--set ${AUDIT_SETS.join(',')}] [--split dev]
       npm run audit -- --score OUT`;

/** The checkout: what is drawn is other people's text and must not get into it. */
const CHECKOUT = fileURLToPath(new URL('../../../', import.meta.url));

/** Reads the command line. @throws Error that says all that is wrong */
export function auditOptions(args: readonly string[]): AuditOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      n: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      set: { type: 'string', default: AUDIT_SETS.join(',') },
      split: { type: 'string', default: 'dev' },
      score: { type: 'string' },
    },
  });
  if (values.score !== undefined) return { score: resolve(values.score) };
  const [n, seed] = [Number(values.n), Number(values.seed)];
  const wrong = [
    values.data === undefined ? '--data is missing' : '',
    values.out === undefined ? '--out is missing' : '',
    values.out !== undefined && isInside(resolve(values.out)) ? '--out lies in the checkout' : '',
    Number.isSafeInteger(n) && n > 0 ? '' : `--n is "${values.n}"`,
    Number.isSafeInteger(seed) && seed >= 0 ? '' : `--seed is "${values.seed}"`,
  ].filter((each) => each !== '');
  if (values.data === undefined || values.out === undefined || wrong.length > 0) {
    throw new Error(`${wrong.join('; ')}.\nusage: ${USAGE}`);
  }
  return {
    score: null,
    dataDir: resolve(values.data),
    split: values.split,
    sets: values.set.split(',').filter((each) => each !== ''),
    n,
    seed,
    outDir: resolve(values.out),
  };
}

const isInside = (folder: string): boolean => !relative(CHECKOUT, folder).startsWith('..');
