import { describe, expect, it } from '@jest/globals';
import { planServices, urlOf } from './services.js';

describe('where the services listen', () => {
  it('is each on a port of its own', () => {
    const plans = planServices({});
    expect(plans.map((plan) => plan.name)).toEqual([
      'fetcher',
      'extractor',
      'deduplicator',
      'store',
    ]);
    expect(new Set(plans.map((plan) => plan.port)).size).toBe(4);
  });

  it('can be moved by a setting for each', () => {
    const plans = planServices({ TOCSIN_STORE_PORT: '8080', TOCSIN_FETCHER_PORT: '8081' });
    expect(urlOf(plans, 'store')).toBe('http://127.0.0.1:8080');
    expect(urlOf(plans, 'fetcher')).toBe('http://127.0.0.1:8081');
  });

  it('names the setting, for the message about a taken port', () => {
    const settings = planServices({}).map((plan) => plan.setting);
    expect(settings).toContain('TOCSIN_DEDUPLICATOR_PORT');
  });

  it('refuses what is no port', () => {
    expect(() => planServices({ TOCSIN_STORE_PORT: 'http' })).toThrow(
      expect.objectContaining({ code: 'ERR_STACK_SETTING' }),
    );
  });
});
