import { describe, expect, it } from '@jest/globals';
import { brokerProperties } from './broker-config.js';

describe('the configuration of a local broker', () => {
  const text = brokerProperties({ port: 29092, controllerPort: 29093, dataFolder: '/data/kafka' });
  const properties = new Map(
    text
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

  it('listens on the loopback address alone', () => {
    expect(properties.get('listeners')).toBe(
      'PLAINTEXT://127.0.0.1:29092,CONTROLLER://127.0.0.1:29093',
    );
    expect(properties.get('advertised.listeners')).toBe('PLAINTEXT://127.0.0.1:29092');
  });

  it('sends those who come by a detour to its proxy, and nobody else', () => {
    const detour = { port: 29094, advertisedPort: 30000 };
    const with29094 = brokerProperties({
      port: 29092,
      controllerPort: 29093,
      dataFolder: '/d',
      detour,
    });
    expect(with29094).toContain('29093,DETOUR://127.0.0.1:29094\n');
    expect(with29094).toContain(
      'advertised.listeners=PLAINTEXT://127.0.0.1:29092,DETOUR://127.0.0.1:30000\n',
    );
    expect(with29094).toContain('CONTROLLER:PLAINTEXT,DETOUR:PLAINTEXT\n');
    expect(text).not.toContain('DETOUR');
  });

  it('is its own controller', () => {
    expect(properties.get('process.roles')).toBe('broker,controller');
    expect(properties.get('controller.quorum.voters')).toBe('1@127.0.0.1:29093');
  });

  it('keeps its data where it is told', () => {
    expect(properties.get('log.dirs')).toBe('/data/kafka');
  });

  it('lets a misspelt topic fail', () => {
    expect(properties.get('auto.create.topics.enable')).toBe('false');
  });

  it('asks for no more replicas than there are brokers', () => {
    const replicas = [...properties].filter(([key]) => /replication\.factor|min\.isr/.test(key));
    expect(replicas.length).toBeGreaterThan(0);
    expect(replicas.every(([, value]) => value === '1')).toBe(true);
  });
});
