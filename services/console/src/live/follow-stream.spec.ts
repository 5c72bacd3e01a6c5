import { describe, expect, it } from '@jest/globals';
import type { ListedIncident } from '../model/listed-incident.js';
import { incident } from '../testing/incident.js';
import { OVERLAP_MS } from './follow-changes.js';
import { followStream, type Stream, type StreamFollowing } from './follow-stream.js';

class FakeStream implements Stream {
  readyState = 1;
  isClosed = false;
  readonly #listeners = new Map<string, (event: { data?: unknown }) => void>();
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }
  close(): void {
    this.isClosed = true;
  }
  tell(type: string, data?: unknown): void {
    this.#listeners.get(type)?.(data === undefined ? {} : { data: JSON.stringify(data) });
  }
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A page that follows: its streams in the order in which they were opened, and what it was told. */
function page(answers: readonly (readonly ListedIncident[])[] = []) {
  const leaving = new AbortController();
  const streams: FakeStream[] = [];
  const log: unknown[] = [];
  const asked: number[] = [];
  let hide = () => {};
  const following: StreamFollowing = {
    open: () => {
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    untilHidden: (signal) =>
      new Promise((resolve) => {
        hide = resolve;
        signal.addEventListener('abort', () => resolve());
      }),
    ask: async (sinceMs) => {
      const items = answers[asked.push(sinceMs) - 1] ?? [];
      return { body: { items, nextCursor: null }, atMs: 200_000 };
    },
    pause: () => settle().then(() => undefined),
    onChanges: (changes) => log.push(changes.map(({ incidentId }) => incidentId)),
    onFlood: () => log.push('flood'),
    onState: (state) => log.push(state),
    signal: leaving.signal,
  };
  const done = followStream(100_000, following);
  return { streams, log, asked, hide: () => hide(), leave: () => (leaving.abort(), done) };
}
const named = (incidentId: string) => incident({ incidentId });

describe('following the stream', () => {
  it('asks at its beginning for what changed since the list was read', async () => {
    const { streams, log, asked, leave } = page([[named('i1')]]);
    streams[0]?.tell('open');
    await settle();
    expect(asked).toEqual([100_000 - OVERLAP_MS]);
    expect(log).toEqual(['live', ['i1']]);
    await leave();
    expect(streams[0]?.isClosed).toBe(true);
  });

  it('shows together what comes together', async () => {
    const { streams, log, hide, leave } = page();
    streams[0]?.tell('incident', named('i1'));
    streams[0]?.tell('incident', named('i2'));
    expect(log).toEqual([]);
    hide();
    await settle();
    expect(log).toEqual([['i1', 'i2']]);
    await leave();
  });

  it('lets go of its connection while nobody looks, and asks for what it missed', async () => {
    const { streams, asked, hide, leave } = page();
    streams[0]?.tell('open');
    streams[0]?.tell('heartbeat', { at: new Date(300_000).toISOString() });
    await settle();
    hide();
    await settle();
    await settle();
    expect(streams.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    streams[1]?.tell('open');
    expect(asked.at(-1)).toBe(300_000 - OVERLAP_MS);
    await leave();
  });

  it('says when it is lost, and goes on asking where it is refused for good', async () => {
    const { streams, log, asked, leave } = page();
    streams[0]?.tell('error');
    expect(log).toEqual(['lost']);
    Object.assign(streams[0] ?? {}, { readyState: 2 });
    streams[0]?.tell('error');
    await settle();
    await settle();
    await settle();
    expect(asked.length).toBeGreaterThan(0);
    expect(streams).toHaveLength(1);
    await leave();
  });
});
