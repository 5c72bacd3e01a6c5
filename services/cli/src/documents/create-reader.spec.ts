import { describe, expect, it } from '@jest/globals';
import { articleText } from '@tocsin/contracts';
import { createReader } from './create-reader.js';
import { readArticle } from './read-article.js';

const read = createReader();

async function reading(text: string) {
  const result = await readArticle({ id: 'doc', text, publishedAt: '2024-05-06' }, '.');
  if (result.kind === 'rejected') throw new Error(result.reason);
  return { article: result.article, ...read(result.article) };
}

describe('what an article says', () => {
  it('is its incidents, each with its place', async () => {
    const { incidents } = await reading('Two men were shot dead in Lagos on Sunday, police said.');
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({
      mentionId: expect.stringMatching(/^doc:0:/),
      where: { place: 'Lagos', countryIso3: 'NGA' },
      casualties: { killed: { best: 2 } },
    });
  });

  it('is its toponyms, at the offsets of the article’s text', async () => {
    const { article, toponyms } = await reading('Floods hit Lagos and then Accra, police said.');
    expect(toponyms.map(({ words }) => words)).toEqual(['Lagos', 'Accra']);
    for (const { start, end, words } of toponyms)
      expect(articleText(article).slice(start, end)).toBe(words);
  });

  it('belongs to that article alone, whatever was read before', async () => {
    const before = await reading('Two men were shot dead in Lagos on Sunday, police said.');
    const between = await reading('The orchestra played in Accra.');
    expect(between.incidents).toEqual([]);
    expect(between.toponyms.map(({ words }) => words)).toEqual(['Accra']);
    expect(await reading('Two men were shot dead in Lagos on Sunday, police said.')).toEqual(
      before,
    );
  });
});
