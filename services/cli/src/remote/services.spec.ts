import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@tocsin/config';
import { cliSettings } from '../settings.js';
import { fetcherOf, servicesOf, storeOf } from './services.js';

const config = loadConfig(
  { cli: cliSettings },
  { TOCSIN_FETCHER_URL: 'http://f:1', TOCSIN_STORE_URL: 'http://s:2' },
).cli;

describe('the services', () => {
  it('are all four, as data flows, each with the setting that moves it', () => {
    expect(servicesOf(config).map(({ name, setting }) => [name, setting])).toEqual([
      ['fetcher', 'TOCSIN_FETCHER_URL'],
      ['extractor', 'TOCSIN_EXTRACTOR_URL'],
      ['deduplicator', 'TOCSIN_DEDUPLICATOR_URL'],
      ['store', 'TOCSIN_STORE_URL'],
    ]);
  });

  it('are where the settings say', () => {
    expect(fetcherOf(config).url).toBe('http://f:1');
    expect(storeOf(config).url).toBe('http://s:2');
  });
});
