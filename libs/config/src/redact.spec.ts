import { describe, expect, it } from '@jest/globals';
import { databaseSettings, otelSettings } from './groups/index.js';
import { loadConfig } from './load-config.js';
import { redacted } from './redact.js';

const groups = { database: databaseSettings, otel: otelSettings };
const config = loadConfig(groups, { DATABASE_URL: 'postgres://u:hunter2@h/d' });

describe('settings fit for a log line', () => {
  it('hide every secret', () => {
    const text = JSON.stringify(redacted(groups, config));
    expect(text).not.toContain('hunter2');
    expect(redacted(groups, config)['database']?.['url']).toBe('[redacted]');
  });

  it('show everything else as it is', () => {
    expect(redacted(groups, config)['database']?.['poolSize']).toBe(10);
  });

  it('leave out what is not set', () => {
    expect(redacted(groups, config)['otel']).not.toHaveProperty('endpoint');
  });
});
