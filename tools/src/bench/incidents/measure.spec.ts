import { describe, expect, it } from '@jest/globals';
import { textArticle } from '../../eval/sets/text-article.js';
import { cpuMsSince } from '../article/turn.js';
import { measureGrowth, microsecondsOf, race } from './measure.js';

const article = (id: string) => textArticle({ id, title: id, text: '', publishedAt: null });
const articles = Array.from({ length: 45 }, (_, i) => article(`${i}`));

/** Keeps the processor busy for some milliseconds of its own time, however busy the machine is. */
function busy(ms: number): void {
  const before = process.cpuUsage();
  while (cpuMsSince(before) < ms);
}

describe('a race', () => {
  it('has both read all articles every round and once before, turn by turn', () => {
    const seen: string[] = [];
    const reader = (name: string) => (each: { articleId: string }) =>
      seen.push(`${name}${each.articleId}`);
    const { ours, floor } = race(articles, 2, reader('o'), reader('f'));
    expect([ours.articles, floor.articles, ours.ms.length]).toEqual([90, 90, 90]);
    expect(ours.rounds).toHaveLength(2);
    expect(seen).toHaveLength(45 * 2 * 3);
    expect([seen[0], seen[20], seen[40], seen[60]]).toEqual(['o0', 'f0', 'f20', 'o20']);
  });

  it('tells CPU time and time on the clock of each article', () => {
    const { ours, floor } = race(
      articles.slice(0, 3),
      1,
      () => (busy(4), 0),
      () => 0,
    );
    expect(Math.min(...ours.cpuMsEach)).toBeGreaterThanOrEqual(4);
    expect(ours.cpuMsEach).toHaveLength(3);
    expect(ours.cpuMs).toBeGreaterThan(floor.cpuMs);
  });
});

describe('growth', () => {
  it('is the least that a round took, an article', () => {
    const lengths = [1, 4].map((sentences) => ({
      sentences,
      articles: [article(`${sentences}`), article(`${sentences}`)],
    }));
    const growth = measureGrowth(lengths, 1, ({ articleId }) => (busy(3 * Number(articleId)), 0));
    expect(growth.map(({ sentences }) => sentences)).toEqual([1, 4]);
    expect(growth[1]!.cpuMs).toBeGreaterThan(growth[0]!.cpuMs);
  });
});

describe('the cost of a look', () => {
  it('is in microseconds', () => {
    expect(microsecondsOf(articles.slice(0, 1), () => busy(1))).toBeGreaterThan(200);
  });
});
