import { atLeast, atMost, expectationText, type Expectation } from '../expectation.js';
import type { Cost, Measurement } from './measure.js';

export interface DeduplicatorReport {
  readonly part: 'deduplicator';
  /** Articles of 600 words that one core signs in a second. */
  readonly signedPerSecond: number;
  readonly measurements: readonly Measurement[];
  /** On disk for each stored fingerprint, by table and index. */
  readonly bytesPerArticle: Readonly<Record<string, number>>;
  readonly expectations: readonly Expectation[];
}

const SIGNED_WANTED = 12_000;
/** Fourteen days at a million articles a day. */
const WINDOW_ARTICLES = 14_000_000;
const GIB = 1024 ** 3;

/** What a full window may cost more than an empty one: an index grows by a level, and more of it is out of reach. */
const FLAT = 1.25;

export function expectationsOf(
  signedPerSecond: number,
  measurements: readonly Measurement[],
): Expectation[] {
  const bySize = measurements.filter(({ instances }) => instances === 1).map(neededMs);
  const [fewest, most] = [bySize[0], bySize.at(-1)];
  return [
    atLeast(SIGNED_WANTED, 'articles signed in a second on one core', signedPerSecond),
    ...(bySize.length > 1 && fewest && most
      ? [atMost(FLAT, 'CPU an article at most stored, of that at fewest', most / fewest)]
      : []),
  ];
}

/** The deduplicator's and its database's ms of CPU an article. */
const neededMs = ({ cpuMs: { own, postgres } }: Cost): number => own + postgres;

export function reportText(report: DeduplicatorReport): string {
  const { measurements, bytesPerArticle, expectations } = report;
  const bytes = Object.values(bytesPerArticle).reduce((sum, each) => sum + each, 0);
  return [
    ...expectations.map(expectationText),
    'stored      instances  articles/s  mentions/s  CPU ms an article: own, database, broker',
    ...measurements.map(rowOf),
    ...limits(measurements),
    ...settled(measurements),
    `bytes on disk a fingerprint, of ${measurements.at(-1)?.stored ?? 0}`,
    ...Object.entries(bytesPerArticle).map(
      ([name, each]) => `  ${each.toFixed(0).padStart(6)}  ${name}`,
    ),
    `  ${bytes.toFixed(0).padStart(6)}  together × ${WINDOW_ARTICLES} = ${((bytes * WINDOW_ARTICLES) / GIB).toFixed(1)} GiB`,
    '',
  ].join('\n');
}

function rowOf({ stored, instances, articlesPerSecond, mentionsPerSecond, cpuMs }: Measurement) {
  const { own, postgres, kafka } = cpuMs;
  return [
    String(stored).padEnd(12),
    String(instances).padEnd(11),
    articlesPerSecond.toFixed(0).padEnd(12),
    mentionsPerSecond.toFixed(0).padEnd(12),
    [own, postgres, kafka].map((ms) => ms.toFixed(2)).join(', '),
  ].join('');
}

/** What came first after a window was filled and a checkpoint made. */
function settled(measurements: readonly Measurement[]): string[] {
  return measurements
    .filter(({ articles, settling }) => settling.articles >= articles)
    .map(({ stored, settling: { articles, articlesPerSecond, cpuMs } }) => {
      const costs = [cpuMs.own, cpuMs.postgres, cpuMs.kafka].map((ms) => ms.toFixed(2)).join(', ');
      return `the first ${articles} at ${stored}, whose pages are new to memory and log: ${articlesPerSecond.toFixed(0)} articles/s, ${costs}`;
    });
}

/** What the machine's cores did meanwhile: near all of them it is the machine that limits, far below it is waiting. */
function limits(measurements: readonly Measurement[]): string[] {
  return measurements
    .filter(({ instances }) => instances > 1)
    .map(({ stored, instances, articlesPerSecond, cpuMs }) => {
      const one = measurements.find((each) => each.stored === stored && each.instances === 1);
      const busy = (articlesPerSecond * (cpuMs.own + cpuMs.postgres + cpuMs.kafka)) / 1_000;
      const gain = one ? (articlesPerSecond / one.articlesPerSecond).toFixed(2) : '–';
      return `${instances} instances at ${stored}: ${gain} times one; they, database and broker use ${busy.toFixed(2)} cores`;
    });
}
