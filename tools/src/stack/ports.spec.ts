import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { assertPortFree, freePort, freePorts, isPortFree } from './ports.js';

describe('ports of the loopback address', () => {
  let server: Server;
  let taken: number;

  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    taken = (server.address() as AddressInfo).port;
  });
  afterEach(() => void server.close());

  it('knows a taken one', async () => {
    expect(await isPortFree(taken)).toBe(false);
  });

  it('knows one that was given back', async () => {
    server.close();
    await once(server, 'close');
    expect(await isPortFree(taken)).toBe(true);
  });

  it('gives one that can be listened on', async () => {
    const port = await freePort();
    expect(await isPortFree(port)).toBe(true);
    expect(port).toBeLessThan(32_768);
  });

  it('gives several different ones', async () => {
    const ports = await freePorts(20);
    expect(new Set(ports).size).toBe(20);
  });

  it('says which setting moves a taken one', async () => {
    await expect(assertPortFree(taken, 'Kafka', 'TOCSIN_KAFKA_PORT')).rejects.toMatchObject({
      code: 'ERR_STACK_PORT_TAKEN',
      exitCode: 3,
      message: `Port ${taken} for Kafka is taken by another process: stop that process or set TOCSIN_KAFKA_PORT to a free port.`,
    });
  });

  it('says nothing of a free one', async () => {
    await expect(
      assertPortFree(await freePort(), 'Kafka', 'TOCSIN_KAFKA_PORT'),
    ).resolves.toBeUndefined();
  });
});
