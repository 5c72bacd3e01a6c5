import { describe, expect, it } from '@jest/globals';
import { sampleSettings } from './sample-settings.js';

const ORIGIN = 'http://127.0.0.1:28088';

describe('what the fetcher is told of the sample', () => {
  it('is its host and port, excepted by name, and to be quick', () => {
    expect(sampleSettings({}, ORIGIN)).toEqual({
      TOCSIN_FETCH_ALLOW_PRIVATE: '127.0.0.1:28088',
      TOCSIN_FETCH_HOST_DELAY_MS: '20',
    });
  });

  it('comes beside the hosts that the user named', () => {
    const named = { TOCSIN_FETCH_ALLOW_PRIVATE: 'news.internal:8080' };
    expect(sampleSettings(named, ORIGIN)['TOCSIN_FETCH_ALLOW_PRIVATE']).toBe(
      'news.internal:8080,127.0.0.1:28088',
    );
  });

  it('leaves the user’s own delay', () => {
    const slow = { TOCSIN_FETCH_HOST_DELAY_MS: '1000' };
    expect(sampleSettings(slow, ORIGIN)['TOCSIN_FETCH_HOST_DELAY_MS']).toBe('1000');
  });
});
