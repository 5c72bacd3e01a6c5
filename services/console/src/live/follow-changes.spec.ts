import { describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import type { Answer } from '../api/get-json.js';
import { incident } from '../testing/incident.js';
import { followChanges, OVERLAP_MS, type ChangePage } from './follow-changes.js';

type Turn = ChangePage | 'refused';
const page = (items: Incident[], nextCursor: string | null = null): ChangePage => ({
  items,
  nextCursor,
});

/** Follows through the given answers, the API's clock a second later with each, and tells what happened. */
async function followed(turns: readonly Turn[]) {
  const leaving = new AbortController();
  const log: unknown[] = [];
  const asked: number[] = [];
  const pauses: number[] = [];
  await followChanges(100_000, {
    ask: async (sinceMs): Promise<Answer<ChangePage>> => {
      const turn = turns[asked.push(sinceMs) - 1] as Turn;
      if (turn === 'refused') throw new Error('refused');
      return { body: turn, atMs: 100_000 + asked.length * 1_000 };
    },
    pause: async (ms) => {
      pauses.push(ms);
      if (asked.length === turns.length) leaving.abort();
    },
    onChanges: (incidents) =>
      log.push(incidents.map(({ incidentId, revision }) => `${incidentId}.${revision}`)),
    onFlood: () => log.push('flood'),
    onState: (state) => log.push(state),
    signal: leaving.signal,
  });
  return { log, asked, pauses };
}

describe('following what changes', () => {
  it('tells each revision once, though it is read again', async () => {
    const first = incident();
    const second = incident({ revision: 2 });
    const { log } = await followed([page([first]), page([first, second]), page([second])]);
    expect(log).toEqual(['live', ['i1.1'], 'live', ['i1.2'], 'live']);
  });

  it('goes on from the clock of the API, a little before it', async () => {
    const { asked } = await followed([page([]), page([]), page([])]);
    expect(asked).toEqual([100_000, 101_000, 102_000].map((ms) => ms - OVERLAP_MS));
  });

  it('says when it is lost, waits longer each time, and recovers', async () => {
    const { log, pauses } = await followed(['refused', 'refused', page([incident()]), page([])]);
    expect(log).toEqual(['lost', 'lost', 'live', ['i1.1'], 'live']);
    expect(pauses).toEqual([2_000, 4_000, 8_000, 2_000, 2_000]);
  });

  it('does not go through a flood', async () => {
    const { log } = await followed([page([incident()], 'more')]);
    expect(log).toEqual(['live', 'flood']);
  });
});
