import { describe, expect, it } from '@jest/globals';
import { makeCorpus } from '../corpus/corpus.js';
import { parts, type PlannedKill } from './kill-plan.js';
import { type KillScene, runKills } from './run-kills.js';

const plan: PlannedKill[] = [
  { service: 'store', spreadMs: 0, afterMs: 0 },
  { service: 'fetcher', spreadMs: 4, afterMs: 1 },
  { service: 'store', spreadMs: 0, afterMs: 0 },
];
const waves = parts(makeCorpus(6, 1).articles, 3);

function sceneOf(events: string[], open: number[] = [5, 5, 5]): KillScene {
  let asked = 0;
  return {
    pagesAsked: () => asked++,
    ready: async (service) => void events.push(`ready ${service}`),
    killAndRestart: async (service) => void events.push(`kill ${service}`),
    publish: (articles) => void events.push(`publish ${articles.length}`),
    onTheirWay: async () => open.shift() ?? 0,
    progress: () => undefined,
  };
}
const never = new AbortController().signal;

describe('the kills', () => {
  it('each strike a working service under a wave of articles', async () => {
    const events: string[] = [];
    await runKills(plan, waves, sceneOf(events), never);
    expect(events).toEqual([
      ...['ready store', 'publish 2', 'kill store'],
      ...['ready fetcher', 'publish 1', 'publish 1', 'kill fetcher'],
      ...['ready store', 'publish 2', 'kill store'],
      'publish 0',
    ]);
  });

  it('are counted, by service and by whether there was work', async () => {
    expect(await runKills(plan, waves, sceneOf([], [5, 0, 1]), never)).toEqual({
      kills: 3,
      killsUnderWork: 2,
      byService: { store: 2, fetcher: 1 },
    });
  });

  it('are made again, all at once, when there was none', async () => {
    const events: string[] = [];
    const spare = parts(makeCorpus(10, 1).articles, 5);
    const counts = await runKills(plan, spare, sceneOf(events, [5, 0, 5, 5]), never);
    expect(counts).toEqual({ kills: 4, killsUnderWork: 3, byService: { store: 2, fetcher: 2 } });
    expect(events.slice(3)).toEqual([
      ...['ready fetcher', 'publish 1', 'publish 1', 'kill fetcher'],
      ...['ready fetcher', 'publish 2', 'kill fetcher'],
      ...['ready store', 'publish 2', 'kill store'],
      'publish 2',
    ]);
  });

  it('wait until the first page of their wave is asked for', async () => {
    const events: string[] = [];
    let looks = 0;
    const pagesAsked = () => {
      events.push('look');
      return ++looks > 3 ? 1 : 0;
    };
    await runKills(plan.slice(0, 1), waves, { ...sceneOf(events), pagesAsked }, never);
    const steps = [
      'ready store',
      'look',
      'publish 2',
      'look',
      'look',
      'look',
      'kill store',
      'publish 4',
    ];
    expect(events).toEqual(steps);
  });

  it('stop when somebody asks', async () => {
    const events: string[] = [];
    const run = runKills(plan, waves, sceneOf(events), AbortSignal.abort());
    await expect(run).rejects.toThrow();
    expect(events).not.toContain('kill store');
  });
});
