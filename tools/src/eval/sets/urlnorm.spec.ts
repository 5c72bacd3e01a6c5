import { describe, expect, it } from '@jest/globals';
import { urlnorm } from './urlnorm.js';

async function* cases() {
  yield { id: '1', input: { url: 'HTTP://A.org:80/#x' } };
}

describe('a case of urlnorm', () => {
  it('is answered as its scorer reads it', async () => {
    const env = { loadPage: () => Promise.reject(new Error('no page expected')) };
    for await (const line of urlnorm.predict(cases(), env))
      expect(line).toEqual({ id: '1', url: 'http://a.org/' });
    expect.assertions(1);
  });
});
