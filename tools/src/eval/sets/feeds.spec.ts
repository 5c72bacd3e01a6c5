import { describe, expect, it } from '@jest/globals';
import { feeds } from './feeds.js';

async function* cases() {
  yield {
    id: '1',
    input: { feed: '<rss version="2.0"><channel><title>t</title></channel></rss>', headers: {} },
  };
}

describe('a case of feeds', () => {
  it('is answered as its scorer reads it', async () => {
    const env = { loadPage: () => Promise.reject(new Error('no page expected')) };
    for await (const line of feeds.predict(cases(), env))
      expect(line).toMatchObject({ id: '1', result: { version: 'rss20', feed: { title: 't' } } });
    expect.assertions(1);
  });
});
