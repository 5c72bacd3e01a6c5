import { atLeast, atMost, type Expectation, expectationText } from '../expectation.js';
import { type Quantiles, quantiles } from '../quantile.js';
import { type Growth, slopeOf } from './growth.js';
import type { Took } from './measure.js';
import type { Measured } from './measured.js';
import { INCIDENT_SETS, INCIDENT_SHARE, OTHER_SETS, WORDS } from './texts.js';

/** Of one body of texts. */
export interface Pace {
  readonly articles: number;
  readonly perCpuSecond: number;
  readonly rounds: readonly number[];
  /** Of one article, on the clock. */
  readonly ms: Quantiles;
  /** Of one article, CPU: what stays of `ms` where nothing else runs. */
  readonly cpuMs: Quantiles;
  /** CPU of one article over that of its sentences and words alone, in the same turns. */
  readonly overFloor: number;
}

export interface IncidentsReport {
  readonly part: 'incidents';
  readonly words: number;
  /** Other articles that were read before. */
  readonly warmUp: number;
  readonly incidents: Pace;
  readonly mix: Pace;
  readonly growth: readonly Growth[];
  readonly slope: number;
  readonly gate: Measured['gate'];
  readonly memory: Measured['memory'];
  readonly expectations: readonly Expectation[];
}

/** As linear as can be measured: a tenth more than in proportion for each doubling. */
const LINEAR = 1.15;

export function reportOf({
  warmUp,
  incidents,
  mix,
  growth,
  gate,
  memory,
}: Measured): IncidentsReport {
  const [news, all, slope] = [paceOf(incidents), paceOf(mix), slopeOf(growth)];
  return {
    part: 'incidents',
    words: WORDS,
    warmUp,
    incidents: news,
    mix: all,
    growth,
    slope,
    gate,
    memory,
    expectations: [
      atLeast(200, 'incident news, articles per CPU-second', news.perCpuSecond),
      atLeast(1_000, 'the mix, articles per CPU-second', all.perCpuSecond),
      atMost(20, 'incident news, ms an article, p99', news.ms.p99),
      atMost(LINEAR, 'growth with length, 1 is linear', slope),
    ],
  };
}

function paceOf({ ours, floor }: { readonly ours: Took; readonly floor: Took }): Pace {
  return {
    articles: ours.articles / ours.rounds.length,
    perCpuSecond: (1_000 * ours.articles) / ours.cpuMs,
    rounds: ours.rounds,
    ms: quantiles(ours.ms),
    cpuMs: quantiles(ours.cpuMsEach),
    overFloor: ours.cpuMs / ours.articles / (floor.cpuMs / floor.articles),
  };
}

/** For people. */
export function reportText(report: IncidentsReport): string {
  const { words, warmUp, incidents, mix, growth, slope, gate, memory, expectations } = report;
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const others = OTHER_SETS.join(' and ');
  return [
    `warm after ${warmUp} other articles and one round of those measured`,
    `incident news: reports of ${INCIDENT_SETS.join(' and ')}, short ones joined and cut to ${words} words`,
    ...paceText(incidents),
    `the mix: ${share(INCIDENT_SHARE, 1)} of these among articles of ${others} that have ${words} words, cut to as many`,
    ...paceText(mix),
    `the gate: ${gate.microseconds.toFixed(0)} µs for one of ${others}; of their ${gate.others} pass ${gate.passing} (${share(gate.passing, gate.others)}), ${gate.publishing} have a mention that may be published; of incident news pass ${share(gate.incidentsPassing, incidents.articles)}`,
    `growth: ${growth.map(({ sentences, cpuMs }) => `${sentences} sentences ${cpuMs.toFixed(1)} CPU ms`).join(', ')}; slope ${slope.toFixed(2)}`,
    `memory: loaded in ${memory.loadMs.toFixed(0)} ms, then RSS ${mib(memory.loadedRss)} (${mib(memory.bareRss)} before), heap ${mib(memory.loadedHeap)}, buffers ${mib(memory.loadedBuffers)}; peak RSS ${mib(memory.peakRss)}, texts included`,
    ...expectations.map(expectationText),
    '',
  ].join('\n');
}

const mib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;

function paceText({ articles, perCpuSecond, rounds, ms, cpuMs, overFloor }: Pace): string[] {
  const [low, high] = [Math.min(...rounds), Math.max(...rounds)].map((each) => each.toFixed(0));
  return [
    `  ${articles} articles: ${perCpuSecond.toFixed(0)} per CPU-second (rounds ${low} to ${high}), ${overFloor.toFixed(2)} times the CPU of sentences and words alone`,
    `  ms an article: ${quantileText(ms)}; CPU: ${quantileText(cpuMs)}`,
  ];
}

const quantileText = ({ p50, p95, p99, max }: Quantiles): string =>
  `p50 ${p50.toFixed(2)}, p95 ${p95.toFixed(2)}, p99 ${p99.toFixed(2)}, max ${max.toFixed(2)}`;
