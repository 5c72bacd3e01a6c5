import { atLeast, atMost, expectationText, type Expectation } from '../expectation.js';
import type { AlternativeRun } from './alternative.js';
import type { CopyFloor } from './floor-copy.js';
import type { KafkaFloor } from './floor-kafka.js';
import type { LibrariesCost } from './libraries.js';
import type { LineRun } from './open-line.js';
import { total } from './stages.js';

export interface LineReport {
  readonly part: 'line';
  readonly options: Readonly<Record<string, unknown>>;
  readonly full: LineRun;
  readonly half: LineRun;
  /** With two extractors; null where it was not asked for. */
  readonly second: LineRun | null;
  readonly floor: {
    readonly libraries: LibrariesCost;
    readonly kafka: KafkaFloor;
    readonly copy: CopyFloor;
  };
  readonly alternative: AlternativeRun & { readonly databaseMs: number };
  readonly expectations: readonly Expectation[];
}

const PER_SECOND = 60;
const OF_FLOOR = 1.5;
const OF_ALTERNATIVE = 5;
const P99_MS = 2_000;
/** Memory may end so much above where it was after a tenth of the work. */
const GROWTH = 1.25;

type Measured = Omit<LineReport, 'expectations'>;

/** Milliseconds of CPU an article of everything that can't be avoided. */
export const floorMs = ({ floor: { libraries, kafka, copy } }: Measured): number =>
  total({ ...libraries }) + kafka.clientMs + kafka.brokerMs + copy.databaseMs;

export function expectationsOf(report: Measured): Expectation[] {
  const { full, half, alternative } = report;
  const growth = Math.max(...Object.values(full.memory).map(({ tenth, end }) => end / tenth));
  return [
    atLeast(PER_SECOND, 'articles a second, everything on this machine', full.perSecond),
    atMost(OF_FLOOR, 'CPU an article, of the floor', total(full.cpuMs) / floorMs(report)),
    atLeast(
      OF_ALTERNATIVE,
      'articles a second, of the plain script’s',
      full.perSecond / (alternative.pages / alternative.seconds),
    ),
    atMost(P99_MS, 'fetched to stored at half load, p99 in ms', half.ends.freshness.p99),
    atMost(GROWTH, 'memory at the end, of that after a tenth, largest', growth),
  ];
}

export function reportText(report: LineReport): string {
  const { full, half, second, floor, alternative, expectations } = report;
  const { libraries, kafka, copy } = floor;
  return [
    ...expectations.map(expectationText),
    ...runText('all at once', full),
    ...runText('at half that rate', half),
    ...(second ? [...runText('all at once, two extractors', second), limitOf(second)] : []),
    `the floor, ms of CPU an article: ${ms(floorMs(report))}`,
    `  the libraries: ${partsText({ ...libraries })}`,
    `  bare kafkajs with the same ${kafka.records} records (${kafka.mib.toFixed(0)} MiB): client ${ms(kafka.clientMs)}, broker ${ms(kafka.brokerMs)}`,
    `  bare COPY of the same ${copy.rows.toFixed(1)} rows an article, without indexes: ${ms(copy.databaseMs)}`,
    `on disk an article: ${bytesText(copy.bytes)}; in Kafka before compression ${kib((kafka.mib * 1024 ** 2) / kafka.articles)}`,
    `a plain script (rss-parser, jsdom, Readability, a row at a time; no incidents, no copies)`,
    `  ${(alternative.pages / alternative.seconds).toFixed(1)} pages a second; ms of CPU a page: its own ${ms(alternative.cpuMs)}, database ${ms(alternative.databaseMs)}; an article found in ${alternative.articles} of ${alternative.pages}`,
    '',
  ].join('\n');
}

const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;
const bytesText = (bytes: Readonly<Record<string, number>>) =>
  Object.entries(bytes)
    .map(([schema, each]) => `${schema} ${kib(each)}`)
    .join(', ');
const ms = (value: number) => value.toFixed(2);
const partsText = (parts: Readonly<Record<string, number>>) =>
  Object.entries(parts)
    .map(([name, each]) => `${name} ${ms(each)}`)
    .join(', ');

function runText(name: string, { articles, perSecond, cpuMs, ends, memory }: LineRun): string[] {
  const { p50, p99 } = ends.freshness;
  const hops = Object.entries(ends.hops).map(
    ([name, hop]) =>
      `${name} ${hop.p50.toFixed(0)} / ${hop.p99.toFixed(0)} / ${hop.max.toFixed(0)}`,
  );
  const ended = Object.entries(ends.counts).map(([ending, count]) => `${count} ${ending}`);
  return [
    `${name}: ${perSecond.toFixed(1)} articles a second, of ${articles} (${ended.join(', ')})`,
    `  ms of CPU an article: ${ms(total(cpuMs))} (${partsText(cpuMs)})`,
    `  fetched to stored: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms; p50 / p99 / longest of its parts: ${hops.join(', ')}`,
    ...Object.entries(memory).map(
      ([service, { start, tenth, half, end, most }]) =>
        `  ${service}: ${start} MiB at first, ${tenth} after a tenth, ${half} at half, ${end} at the end, ${most} at most`,
    ),
  ];
}

/** Cores that the line alone kept busy say whether the machine was the limit. */
function limitOf({ perSecond, cpuMs }: LineRun): string {
  const cores = (perSecond * total(cpuMs)) / 1_000;
  return `  the line alone kept ${cores.toFixed(2)} cores busy`;
}
