import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCorpus } from '../corpus/corpus.js';
import { NewsSites } from './news-sites.js';

let sites: NewsSites;
beforeAll(async () => {
  sites = await NewsSites.open();
});
afterAll(() => sites.close());

const itemsOf = async (url: string) =>
  ((await (await fetch(url)).text()).match(/<item>/g) ?? []).length;

describe('the sites of a fault test', () => {
  it('are several hosts', () => {
    expect(new Set(sites.hosts).size).toBe(10);
    expect(sites.feedUrls).toHaveLength(10);
  });

  it('begin empty and share what is published', async () => {
    expect(await Promise.all(sites.feedUrls.map(itemsOf))).toEqual(Array(10).fill(0));
    const { articles } = makeCorpus(12, 1);
    sites.publish(articles);
    expect(await Promise.all(sites.feedUrls.map(itemsOf))).toEqual([
      ...[2, 2, 1, 1, 1],
      ...[1, 1, 1, 1, 1],
    ]);
    expect([...sites.urlIds.keys()]).toEqual(articles.map((article) => article.id));
    expect(new Set(sites.urlIds.values()).size).toBe(12);
  });

  it('count the pages that are asked for, and nothing else', async () => {
    const before = sites.pagesAsked;
    const origin = new URL(sites.feedUrls[0] ?? '').origin;
    for (const path of ['/robots.txt', '/feed.xml', '/news/incident-0-0']) {
      await (await fetch(`${origin}${path}`)).text();
    }
    expect(sites.pagesAsked).toBe(before + 1);
  });

  it('may have others beside them, which have a part in nothing until they are asked to', async () => {
    const more = await NewsSites.open(2);
    const [spare] = more.spare;
    if (!spare) throw new Error('no spare site');
    expect([more.hosts.length, more.feedUrls.length]).toEqual([12, 10]);
    const { articles } = makeCorpus(3, 1);
    const ids = more.publishAt(spare, articles);
    expect(await itemsOf(spare.feedUrl)).toBe(3);
    expect(ids).toEqual([...more.urlIds.values()]);
    await more.close();
  });
});
