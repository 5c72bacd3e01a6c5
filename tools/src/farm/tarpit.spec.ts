import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startFarm, type Farm } from './farm.js';
import { TARPITS, tarpitSite, type Tarpit } from './tarpit.js';

let farm: Farm;
beforeAll(async () => {
  farm = await startFarm(TARPITS.map((kind) => tarpitSite(kind, ['/page'])));
});
afterAll(async () => {
  await farm.close();
});

/** Bytes that came within a moment, null when not even a status did; whether the answer ended. */
async function taste(kind: Tarpit, path: string) {
  const signal = AbortSignal.timeout(200);
  let bytes: number | null = null;
  try {
    const response = await fetch(`http://${farm.hosts[TARPITS.indexOf(kind)]}${path}`, { signal });
    bytes = 0;
    for await (const chunk of response.body!) bytes += (chunk as Uint8Array).length;
    return { bytes, ended: true };
  } catch {
    return { bytes, ended: false };
  }
}

describe('a tarpit', () => {
  it.each(['silent', 'dripping'] as const)('that is %s gives nothing away', async (kind) => {
    for (const path of ['/robots.txt', '/feed.xml', '/page']) {
      expect(await taste(kind, path)).toMatchObject({ ended: false });
    }
  });

  it.each(['silent-pages', 'dripping-pages'] as const)('with %s lures', async (kind) => {
    for (const path of ['/robots.txt', '/feed.xml']) {
      const { bytes, ended } = await taste(kind, path);
      expect(ended).toBe(true);
      expect(bytes).toBeGreaterThan(0);
    }
    expect(await taste(kind, '/page')).toMatchObject({ ended: false });
  });

  it('drips, or does not', async () => {
    expect(await taste('dripping', '/page')).toEqual({ bytes: 1, ended: false });
    expect(await taste('silent', '/page')).toEqual({ bytes: null, ended: false });
  });
});
