import { describe, expect, it } from '@jest/globals';
import type { Prediction } from '../set-adapter.js';
import { sitemaps } from './sitemaps.js';

async function predict(text: string): Promise<Prediction[]> {
  async function* cases() {
    yield { id: '1', input: { path: 'data/sitemaps/a.xml' } };
  }
  const env = { loadPage: () => Promise.resolve(Buffer.from(text)) };
  const predictions: Prediction[] = [];
  for await (const line of sitemaps.predict(cases(), env)) predictions.push(line);
  return predictions;
}

describe('a case of sitemaps', () => {
  it('is answered with the counts that its scorer reads', async () => {
    const text =
      '<urlset><url><loc>http://a.org/</loc><news:news/></url><url><loc>http://b.org/</loc></url></urlset>';
    expect(await predict(text)).toMatchObject([
      { id: '1', kind: 'sitemap', n_loc_tags: 2, n_news: 1 },
    ]);
  });

  it('counts no tags in a text', async () => {
    expect(await predict('http://a.org/x')).toMatchObject([
      { kind: 'text', n_loc_tags: 0, urls: ['http://a.org/x'] },
    ]);
  });

  it('is answered with a code when it is no sitemap', async () => {
    expect(await predict('<rss/>')).toMatchObject([{ kind: null, code: 'ERR_SITEMAP_IS_FEED' }]);
  });
});
