// The scorer of the syndication set. Like those of the data's own sets it is a program by itself: it is copied
// beside the set, run by name, and imports nothing of ours.
// Prediction line: {"id", "cluster", "reason"}. main = F1 over pairs of articles of one group.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

interface Gold {
  readonly id: string;
  readonly expected: { readonly cluster: string; readonly reason: string; readonly edit: string };
}

interface Answer {
  readonly id: string;
  readonly cluster: string;
  readonly reason: string;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { split: { type: 'string', default: 'dev' } },
});
const gold = read<Gold>(new URL(`../data/syndication/${values.split}.jsonl`, import.meta.url));
const answers = new Map(read<Answer>(positionals[0] as string).map((each) => [each.id, each]));

const both = gold.flatMap(({ id, expected }) => {
  const answer = answers.get(id);
  return answer ? [{ id, expected, answer }] : [];
});
const pairsOf = (sizes: Iterable<unknown[]>) =>
  [...sizes].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
const expectedPairs = pairsOf(Map.groupBy(gold, ({ expected }) => expected.cluster).values());
const foundPairs = pairsOf(Map.groupBy(both, ({ answer }) => answer.cluster).values());
const rightPairs = pairsOf(
  Map.groupBy(both, (each) => `${each.expected.cluster} ${each.answer.cluster}`).values(),
);
const [p, r] = [share(rightPairs, foundPairs), share(rightPairs, expectedPairs)];

/** Of each kind of edit: joined with its original, where that is there, and named as what it is. */
const originals = new Map(both.map(({ id, answer }) => [id, answer.cluster]));
const beside = both.filter(({ expected }) => originals.has(expected.cluster));
const edits = Object.fromEntries(
  [...Map.groupBy(beside, ({ expected }) => expected.edit)].map(([edit, cases]) => {
    const joined = cases.filter((c) => originals.get(c.expected.cluster) === c.answer.cluster);
    const named = cases.filter((c) => c.answer.reason === c.expected.reason);
    const figures = {
      joined: share(joined.length, cases.length),
      named: share(named.length, cases.length),
    };
    return [edit, figures] as const;
  }),
);
const named = both.filter(({ expected, answer }) => expected.reason === answer.reason);

process.stdout.write(
  `${JSON.stringify({
    set: 'syndication',
    n: gold.length,
    main: p + r === 0 ? 0 : (2 * p * r) / (p + r),
    pairs: { p, r },
    named: share(named.length, gold.length),
    ...Object.fromEntries(
      Object.entries(edits).flatMap(([edit, figures]) => [
        [`${edit} joined`, figures.joined],
        [`${edit} named`, figures.named],
      ]),
    ),
  })}\n`,
);

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function read<T>(file: string | URL): T[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}
