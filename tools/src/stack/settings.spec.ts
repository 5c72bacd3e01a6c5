import { homedir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { portSetting, readStackSettings } from './settings.js';

describe('the settings of the local stack', () => {
  it('start both parts on their own ports when nothing is set', () => {
    expect(readStackSettings({})).toEqual({
      kafkaBrokers: undefined,
      databaseUrl: undefined,
      kafkaPort: 29092,
      postgresPort: 25432,
      cacheFolder: `${homedir()}/.cache/tocsin`,
      mavenRepository: 'https://repo1.maven.org/maven2',
      javaHome: undefined,
    });
  });

  it('name running ones', () => {
    const settings = readStackSettings({
      KAFKA_BROKERS: 'k1:9092,k2:9092',
      DATABASE_URL: 'postgres://u@db/tocsin',
    });
    expect(settings.kafkaBrokers).toBe('k1:9092,k2:9092');
    expect(settings.databaseUrl).toBe('postgres://u@db/tocsin');
  });

  it('take an empty value for one that is not set', () => {
    const settings = readStackSettings({ KAFKA_BROKERS: '', TOCSIN_CACHE_DIR: '' });
    expect(settings.kafkaBrokers).toBeUndefined();
    expect(settings.cacheFolder).toBe(`${homedir()}/.cache/tocsin`);
  });

  it('move the ports, the cache, the repository and Java', () => {
    const settings = readStackSettings({
      TOCSIN_KAFKA_PORT: '19092',
      TOCSIN_POSTGRES_PORT: '15432',
      TOCSIN_CACHE_DIR: '/srv/cache',
      TOCSIN_MAVEN_REPOSITORY: 'https://mirror.example/maven/',
      JAVA_HOME: '/opt/jdk',
    });
    expect(settings).toMatchObject({
      kafkaPort: 19092,
      postgresPort: 15432,
      cacheFolder: '/srv/cache',
      mavenRepository: 'https://mirror.example/maven',
      javaHome: '/opt/jdk',
    });
  });

  it.each(['0', '65536', 'x', '1.5', '-1'])('refuse %s as a port', (value) => {
    expect(() => portSetting({ TOCSIN_KAFKA_PORT: value }, 'TOCSIN_KAFKA_PORT', 1)).toThrow(
      expect.objectContaining({ code: 'ERR_STACK_SETTING' }),
    );
  });
});
