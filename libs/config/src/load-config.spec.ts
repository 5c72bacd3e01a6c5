import { describe, expect, it } from '@jest/globals';
import { ConfigError } from './config-error.js';
import {
  databaseSettings,
  fetcherSettings,
  httpSettings,
  kafkaSettings,
  otelSettings,
} from './groups/index.js';
import { loadConfig } from './load-config.js';

const failure = (load: () => unknown): ConfigError => {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('was accepted');
};

describe('reading the environment', () => {
  it('gives typed values in the units that their names say', () => {
    const { kafka, http } = loadConfig(
      { kafka: kafkaSettings, http: httpSettings },
      {
        KAFKA_BROKERS: 'a:9092, b:9092',
        TOCSIN_KAFKA_SESSION_TIMEOUT_MS: '6000',
        TOCSIN_HTTP_PORT: '0',
      },
    );
    expect(kafka.brokers).toEqual(['a:9092', 'b:9092']);
    expect(kafka.sessionTimeoutMs).toBe(6000);
    expect(http).toEqual({ host: '127.0.0.1', port: 0 });
  });

  it('takes defaults, also where a variable is there but empty', () => {
    const { fetcher } = loadConfig(
      { fetcher: fetcherSettings },
      { TOCSIN_FETCH_CONCURRENCY: '', TOCSIN_FETCH_ALLOW_PRIVATE: ' ' },
    );
    expect(fetcher.concurrency).toBe(64);
    expect(fetcher.allowPrivate).toEqual([]);
  });

  it('leaves an optional setting out when it is not given', () => {
    const { otel } = loadConfig({ otel: otelSettings }, {});
    expect(otel).not.toHaveProperty('endpoint');
    expect(otel.sampler).toBe('parentbased_traceidratio');
  });

  it('cannot be changed afterwards', () => {
    const config = loadConfig({ http: httpSettings }, {});
    expect(() => Object.assign(config.http, { port: 1 })).toThrow(TypeError);
  });

  it('reads the process environment when given none', () => {
    process.env['TOCSIN_HTTP_PORT'] = '4321';
    try {
      expect(loadConfig({ http: httpSettings }).http.port).toBe(4321);
    } finally {
      delete process.env['TOCSIN_HTTP_PORT'];
    }
  });
});

describe('a bad environment', () => {
  it('is refused with every bad setting named at once', () => {
    const error = failure(() =>
      loadConfig(
        { kafka: kafkaSettings, database: databaseSettings, http: httpSettings },
        { TOCSIN_HTTP_PORT: '70000', TOCSIN_KAFKA_SESSION_TIMEOUT_MS: '6s' },
      ),
    );
    expect(error.code).toBe('ERR_CONFIG_INVALID');
    expect(error.problems.map(({ env }) => env)).toEqual([
      'KAFKA_BROKERS',
      'TOCSIN_KAFKA_SESSION_TIMEOUT_MS',
      'DATABASE_URL',
      'TOCSIN_HTTP_PORT',
    ]);
    expect(error.message).toContain('4 settings are bad');
  });

  it('says what is missing and what it is for', () => {
    const error = failure(() => loadConfig({ kafka: kafkaSettings }, {}));
    expect(error.message).toContain('KAFKA_BROKERS: is missing (Kafka bootstrap brokers');
  });

  it('shows the bad value, unless it is a secret', () => {
    const error = failure(() =>
      loadConfig(
        { database: databaseSettings, otel: otelSettings },
        { DATABASE_URL: 'mysql://u:hunter2@h/d', OTEL_TRACES_SAMPLER: 'sometimes' },
      ),
    );
    expect(error.message).toContain('"sometimes"');
    expect(error.message).not.toContain('hunter2');
  });

  it('is refused for a broker without a port', () => {
    const error = failure(() => loadConfig({ kafka: kafkaSettings }, { KAFKA_BROKERS: 'a,b:1' }));
    expect(error.problems).toHaveLength(1);
  });
});
