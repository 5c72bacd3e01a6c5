import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from '../load-config.js';
import * as groups from '../groups/index.js';
import { renderEnvExample } from './env-example.js';

const committed = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');

const variables = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );

describe('the example environment', () => {
  it('is what the settings generate', () => {
    expect(committed).toBe(renderEnvExample());
  });

  it('loads as it stands, its commented defaults included', () => {
    const everything = {
      kafka: groups.kafkaSettings,
      provisioning: groups.provisioningSettings,
      database: groups.databaseSettings,
      http: groups.httpSettings,
      otel: groups.otelSettings,
      log: groups.logSettings,
      fetcher: groups.fetcherSettings,
      extractor: groups.extractorSettings,
      deduplicator: groups.deduplicatorSettings,
      store: groups.storeSettings,
    };
    const config = loadConfig(everything, variables(committed));
    expect(config.kafka.brokers).toEqual(['127.0.0.1:9092']);
    expect(config.fetcher.allowPrivate).toEqual([]);
  });

  it('names each variable once', () => {
    const names = [...committed.matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
