import { afterEach, describe, expect, it } from '@jest/globals';
import { startFarm, type Farm, type Site } from './farm.js';

let farm: Farm | undefined;
afterEach(async () => {
  await farm?.close();
});

const says =
  (text: string): Site =>
  (_, response) =>
    void response.setHeader('etag', `"${text}"`).end(text);

describe('a farm', () => {
  it('has an address for each site, all on one port', async () => {
    farm = await startFarm([says('one'), says('two'), says('three')]);
    expect(new Set(farm.hosts.map((host) => host.split(':')[1])).size).toBe(1);
    expect(farm.hosts.every((host) => host.startsWith('127.1.'))).toBe(true);
    const texts = farm.hosts.map((host) => fetch(`http://${host}/`).then((got) => got.text()));
    expect(await Promise.all(texts)).toEqual(['one', 'two', 'three']);
  });

  it('logs who asked for what, and what came back', async () => {
    farm = await startFarm([says('one')]);
    const [host] = farm.hosts;
    await (
      await fetch(`http://${host}/a?b`, {
        headers: { 'user-agent': 'spec/1', 'if-none-match': 'W/"x"' },
      })
    ).text();
    expect(farm.connections).toBe(1);
    expect(farm.log.requests).toEqual([
      {
        ...{ host, path: '/a?b', userAgent: 'spec/1', together: 1 },
        ...{ ifNoneMatch: 'W/"x"', ifModifiedSince: null },
        at: expect.any(Number),
        end: expect.any(Number),
        answer: { status: 200, etag: '"one"', lastModified: null },
      },
    ]);
  });

  it('logs an asker who left without an answer', async () => {
    farm = await startFarm([() => undefined]);
    const gone = fetch(`http://${farm.hosts[0]}/`, { signal: AbortSignal.timeout(50) });
    await expect(gone).rejects.toThrow();
    const { log } = farm;
    while (log.requests[0]?.end === null) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(log.requests).toMatchObject([{ answer: null, end: expect.any(Number) }]);
  });
});
