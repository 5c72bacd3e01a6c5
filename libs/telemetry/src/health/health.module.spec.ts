import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { HealthModule } from './health.module.js';
import { HealthRegistry } from './health-registry.js';

let app: NestFastifyApplication;
let registry: HealthRegistry;

beforeEach(async () => {
  registry = new HealthRegistry();
  const module = HealthModule.forRoot({ registry, renderMetrics: async () => 'up 1\n' });
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
  });
  await app.listen(0, '127.0.0.1');
});

afterEach(() => app.close());

const get = async (path: string) => fetch(`${await app.getUrl()}${path}`);

describe('the health routes', () => {
  it('say alive although a dependency is away', async () => {
    registry.register('broker', () => Promise.reject(new Error('away')));
    const response = await get('/health/live');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'alive' });
  });

  it('say ready when all dependencies answer', async () => {
    registry.register('broker', async () => {});
    const response = await get('/health/ready');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: 'ready' });
  });

  it('answer 503 and name the dependency that is away', async () => {
    registry.register('broker', () => Promise.reject(new Error('away')));
    const response = await get('/health/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      status: 'not-ready',
      checks: { broker: { status: 'down', error: 'away' } },
    });
  });

  it('serve metrics as Prometheus reads them', async () => {
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toBe('up 1\n');
  });
});
