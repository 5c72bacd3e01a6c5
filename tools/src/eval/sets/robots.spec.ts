import { describe, expect, it } from '@jest/globals';
import { robots } from './robots.js';

async function* cases() {
  yield {
    id: '1',
    input: {
      robots_txt: 'User-agent: *\nDisallow: /a',
      user_agent: 'TocsinBot',
      url: 'http://a.org/a',
    },
  };
}

describe('a case of robots', () => {
  it('is answered as its scorer reads it', async () => {
    const env = { loadPage: () => Promise.reject(new Error('no page expected')) };
    for await (const line of robots.predict(cases(), env))
      expect(line).toEqual({ id: '1', allowed: false });
    expect.assertions(1);
  });
});
