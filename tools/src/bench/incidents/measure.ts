import type { Article } from '@tocsin/contracts';
import { cpuMsSince } from '../article/turn.js';
import { evenly } from './lengths.js';
import type { Growth } from './growth.js';
import type { ReadArticle } from './readers.js';

/** Articles a turn: a busy moment of the machine strikes both contestants. */
const TURN = 20;

/** What one reader needed for all rounds. */
export interface Took {
  readonly articles: number;
  /** CPU of the whole process, all its threads. */
  readonly cpuMs: number;
  /** Of each article, on the clock. */
  readonly ms: readonly number[];
  /** Of each article, CPU of the whole process: what stays of `ms` where nothing else runs. */
  readonly cpuMsEach: readonly number[];
  /** Articles per CPU-second of each round. */
  readonly rounds: readonly number[];
}

/** Ours and the floor, turn by turn over the same articles; one round before to warm up. */
export function race(
  articles: readonly Article[],
  rounds: number,
  ours: ReadArticle,
  floor: ReadArticle,
): { readonly ours: Took; readonly floor: Took } {
  const takes = [tally(ours), tally(floor)] as const;
  for (let round = -1; round < rounds; round++) {
    for (const [i, from] of starts(articles.length).entries()) {
      const turn = articles.slice(from, from + TURN);
      const order = i % 2 === 0 ? takes : takes.toReversed();
      for (const take of order) take.read(turn, round);
    }
  }
  return { ours: takes[0].took(), floor: takes[1].took() };
}

const starts = (length: number): number[] =>
  Array.from({ length: Math.ceil(length / TURN) }, (_, i) => i * TURN);

function tally(read: ReadArticle) {
  const ms: number[] = [];
  const cpuMsEach: number[] = [];
  const rounds: { articles: number; cpuMs: number }[] = [];
  return {
    read(turn: readonly Article[], round: number) {
      const cpu = process.cpuUsage();
      for (const article of turn) {
        const own = process.cpuUsage();
        const start = performance.now();
        read(article);
        if (round < 0) continue;
        ms.push(performance.now() - start);
        cpuMsEach.push(cpuMsSince(own));
      }
      if (round < 0) return;
      const own = (rounds[round] ??= { articles: 0, cpuMs: 0 });
      own.articles += turn.length;
      own.cpuMs += cpuMsSince(cpu);
    },
    took: (): Took => ({
      articles: ms.length,
      cpuMs: rounds.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      ms,
      cpuMsEach,
      rounds: rounds.map(({ articles, cpuMs }) => (1_000 * articles) / cpuMs),
    }),
  };
}

/**
 * CPU of one article at each length: of each round the whole, and of the rounds the least, so that
 * what else the machine did does not count as growth.
 */
export function measureGrowth(
  lengths: readonly { readonly sentences: number; readonly articles: readonly Article[] }[],
  rounds: number,
  read: ReadArticle,
): Growth[] {
  const least = lengths.map(() => Infinity);
  for (let round = -1; round < Math.max(3, rounds); round++) {
    for (const [i, { articles }] of lengths.entries()) {
      const cpu = process.cpuUsage();
      for (const article of articles) read(article);
      if (round >= 0) least[i] = Math.min(least[i]!, cpuMsSince(cpu) / articles.length);
    }
  }
  return lengths.map(({ sentences }, i) => ({ sentences, cpuMs: least[i]! }));
}

/** Clock microseconds of one call over each article, after a warm-up. */
export function microsecondsOf(articles: readonly Article[], look: (article: Article) => unknown) {
  const some = evenly(200, articles);
  for (let round = 0; round < 10; round++) for (const article of some) look(article);
  const cpu = process.cpuUsage();
  for (let round = 0; round < 10; round++) for (const article of some) look(article);
  return (1_000 * cpuMsSince(cpu)) / (10 * some.length);
}
