import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConfigError } from '../config-error.js';
import { databaseSettings, kafkaSettings } from '../groups/index.js';
import { loadConfig } from '../load-config.js';
import { databaseConnection } from './database-connection.js';
import { kafkaConnection } from './kafka-connection.js';

const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----';
let folder: string;
let ca: string;
let prose: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authorities-'));
  ca = join(folder, 'ca.pem');
  prose = join(folder, 'prose.pem');
  writeFileSync(ca, `${PEM}\n`);
  writeFileSync(prose, 'trust me');
});
afterAll(() => rmSync(folder, { recursive: true }));

type Env = Record<string, string>;
const kafka = (env: Env) =>
  kafkaConnection(loadConfig({ kafka: kafkaSettings }, { KAFKA_BROKERS: 'a:9093', ...env }).kafka);
const database = (env: Env, url = 'postgres://u:p@h/d') =>
  databaseConnection(
    loadConfig({ database: databaseSettings }, { DATABASE_URL: url, ...env }).database,
  );
const problemsOf = (connect: () => unknown): Record<string, string> => {
  try {
    connect();
  } catch (error) {
    const { problems } = error as ConfigError;
    return Object.fromEntries(problems.map(({ env, problem }) => [env, problem]));
  }
  throw new Error('was accepted');
};

describe('the connection to Kafka', () => {
  it('is plain unless the settings say otherwise', () => {
    expect(kafka({})).toEqual({ brokers: ['a:9093'] });
  });

  it('is encrypted, with our own authorities or the system’s, and by a principal', () => {
    expect(kafka({ TOCSIN_KAFKA_TLS: 'on' }).tls).toEqual({});
    const whole = kafka({
      TOCSIN_KAFKA_TLS: 'on',
      TOCSIN_KAFKA_CA_FILE: ca,
      TOCSIN_KAFKA_SASL_MECHANISM: 'scram-sha-512',
      TOCSIN_KAFKA_USERNAME: 'tocsin-store',
      TOCSIN_KAFKA_PASSWORD: 'secret',
    });
    expect(whole.tls).toEqual({ ca: PEM });
    expect(whole.sasl).toEqual({
      mechanism: 'scram-sha-512',
      username: 'tocsin-store',
      password: 'secret',
    });
  });

  it('is refused half-made, every fault named at once', () => {
    expect(problemsOf(() => kafka({ TOCSIN_KAFKA_CA_FILE: ca }))).toEqual({
      TOCSIN_KAFKA_CA_FILE: expect.stringContaining('TOCSIN_KAFKA_TLS is off'),
    });
    expect(problemsOf(() => kafka({ TOCSIN_KAFKA_SASL_MECHANISM: 'plain' }))).toEqual({
      TOCSIN_KAFKA_USERNAME: expect.stringContaining('is missing'),
      TOCSIN_KAFKA_PASSWORD: expect.stringContaining('is missing'),
      TOCSIN_KAFKA_SASL_MECHANISM: expect.stringContaining('in the clear'),
    });
    expect(problemsOf(() => kafka({ TOCSIN_KAFKA_PASSWORD: 'secret' }))).toEqual({
      TOCSIN_KAFKA_PASSWORD: expect.stringContaining('without TOCSIN_KAFKA_SASL_MECHANISM'),
    });
  });

  it('is refused with authorities that are none', () => {
    const on = { TOCSIN_KAFKA_TLS: 'on' };
    for (const file of [prose, join(folder, 'none.pem')]) {
      const problems = problemsOf(() => kafka({ ...on, TOCSIN_KAFKA_CA_FILE: file }));
      expect(problems['TOCSIN_KAFKA_CA_FILE']).toMatch(/no certificate|ENOENT/);
    }
  });
});

describe('the connection to PostgreSQL', () => {
  it('is as the URL says unless the settings say otherwise', () => {
    expect(database({}, 'postgres://h/d?sslmode=require')).toEqual({
      url: 'postgres://h/d?sslmode=require',
      poolSize: 10,
      statementTimeoutMs: 30_000,
    });
  });

  it('is encrypted and checked', () => {
    const env = { TOCSIN_DATABASE_TLS: 'verify-full', TOCSIN_DATABASE_CA_FILE: ca };
    expect(database(env).tls).toEqual({ ca: PEM });
  });

  it('is refused where the URL would overrule the setting, without a word of its secrets', () => {
    const url = 'postgres://u:hunter2@h/d?sslmode=disable';
    const problems = problemsOf(() => database({ TOCSIN_DATABASE_TLS: 'verify-full' }, url));
    expect(problems['DATABASE_URL']).toContain('sslmode');
    expect(problems['DATABASE_URL']).not.toContain('hunter2');
  });

  it('is refused with authorities that nobody asks', () => {
    const problems = problemsOf(() => database({ TOCSIN_DATABASE_CA_FILE: ca }));
    expect(problems['TOCSIN_DATABASE_CA_FILE']).toContain('TOCSIN_DATABASE_TLS is off');
  });
});
