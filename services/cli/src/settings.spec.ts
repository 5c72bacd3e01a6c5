import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '@tocsin/config';
import { cliSettings } from './settings.js';

const read = (env: Record<string, string>) => loadConfig({ cli: cliSettings }, env).cli;

describe('settings of the command line', () => {
  it("are the local stack's where nothing is said", () => {
    expect(read({})).toMatchObject({
      fetcherUrl: 'http://127.0.0.1:28081',
      storeUrl: 'http://127.0.0.1:28080',
      brokers: ['127.0.0.1:29092'],
      allowPrivate: [],
    });
    expect(read({})).not.toHaveProperty('apiKey');
  });

  it("are the services' own by the services' own names", () => {
    const env = {
      KAFKA_BROKERS: 'a:9092,b:9092',
      TOCSIN_FETCH_USER_AGENT: 'Other/1',
      TOCSIN_DEDUP_WINDOW_DAYS: '7',
    };
    expect(read(env)).toMatchObject({
      brokers: ['a:9092', 'b:9092'],
      userAgent: 'Other/1',
      windowDays: 7,
    });
  });
});
