import { type Verdict, verdict } from './verdict.js';

/** What a deduplicator's database comes to: ids and revision numbers apart. */
export interface Content {
  /** Per incident that has mentions: their ids, in order, and all values as one text. */
  readonly incidents: readonly { readonly mentions: string; readonly values: string }[];
  /** Per syndication group: its articles' ids, in order. */
  readonly copies: readonly string[];
}

export interface ReplayEvidence {
  readonly original: Content;
  /** Of an empty database that read the same topics from the earliest offset. */
  readonly replayed: Content;
}

/** I7: the same records give the same grouping and the same values, in whatever order they arrive. */
export function checkReplay({ original, replayed }: ReplayEvidence): Verdict {
  const violations = [
    ...differences('copies', new Set(original.copies), new Set(replayed.copies)),
    ...differences('mentions', groups(original), groups(replayed)),
  ];
  const values = new Map(replayed.incidents.map((each) => [each.mentions, each.values]));
  for (const { mentions, values: own } of original.incidents) {
    const other = values.get(mentions);
    if (other !== undefined && other !== own)
      violations.push(`the incident of ${mentions} has other values in the replay`);
  }
  if (original.incidents.length === 0) violations.push('there was no incident to compare');
  return verdict('I7', 'A replay into an empty database gives the same incidents.', violations);
}

const groups = ({ incidents }: Content) => new Set(incidents.map(({ mentions }) => mentions));

const differences = (what: string, here: ReadonlySet<string>, there: ReadonlySet<string>) => [
  ...[...here].filter((each) => !there.has(each)).map((each) => `no replay groups ${what} ${each}`),
  ...[...there].filter((each) => !here.has(each)).map((e) => `only the replay groups ${what} ${e}`),
];
