import { beforeEach, describe, expect, it } from '@jest/globals';
import { verdict } from '../invariants/verdict.js';
import type { Fault } from './fault.js';
import type { FaultResult } from './fault-result.js';
import { type Lines, makeInLines, MOST } from './in-lines.js';

const holds = verdict('I7', 'The same.', []);
const faultOf = (name: string, obstacle?: string): Fault => ({
  name,
  title: name,
  strike: async () => ({ counts: {} }),
  ...(obstacle === undefined ? {} : { obstacle: () => obstacle }),
});
const manyOf = (count: number) => Array.from({ length: count }, (_, at) => faultOf(`f${at}`));

let events: string[];
let results: FaultResult[];
let replays: (readonly string[])[];
beforeEach(() => {
  events = [];
  results = [];
  replays = [];
});
const made = {
  noteFault: (result: FaultResult) => void results.push(result),
  noteReplay: ({ tests }: { tests: readonly string[] }) => void replays.push(tests),
};

/** Lines that note what is done to them; the named tests are broken. */
function linesOf(broken: readonly string[] = []): Lines<number> {
  let opened = 0;
  return {
    open: async () => {
      events.push(`open ${++opened}`);
      return opened;
    },
    make: async ({ name, title }, line) => {
      events.push(`${name} on ${line}`);
      const passed = !broken.includes(name);
      return {
        ...{ name, title, passed, counts: {}, held: [], broken: [] },
        ...{ redeliveries: 0, rebalances: 0, seconds: 1 },
      };
    },
    replay: async (line) => {
      events.push(`replay ${line}`);
      return holds;
    },
    close: async (line) => void events.push(`close ${line}`),
  };
}

describe('fault tests', () => {
  it('share a line, which ends with a replay', async () => {
    await makeInLines(manyOf(2), linesOf(), made);
    expect(events).toEqual(['open 1', 'f0 on 1', 'f1 on 1', 'replay 1', 'close 1']);
    expect(replays).toEqual([['f0', 'f1']]);
  });

  it('after a broken one have a line of their own', async () => {
    await makeInLines(manyOf(3), linesOf(['f1']), made);
    expect(events.filter((event) => / on /.test(event))).toEqual(['f0 on 1', 'f1 on 1', 'f2 on 2']);
    expect(replays).toEqual([['f0', 'f1'], ['f2']]);
    expect(results.map(({ passed }) => passed)).toEqual([true, false, true]);
  });

  it('are so many on a line at most that an interruption does not cost all', async () => {
    await makeInLines(manyOf(MOST + 1), linesOf(), made);
    expect(replays.map(({ length }) => length)).toEqual([MOST, 1]);
  });

  it('that can not be made here are told with the reason, and cost no line', async () => {
    await makeInLines([faultOf('disk', 'root only')], linesOf(), made);
    expect(events).toEqual([]);
    expect(results).toMatchObject([{ name: 'disk', obstacle: 'root only' }]);
  });

  it('leave no line behind when one can not go on', async () => {
    const lines = { ...linesOf(), make: async () => Promise.reject(new Error('interrupted')) };
    await expect(makeInLines(manyOf(2), lines, made)).rejects.toThrow('interrupted');
    expect(events).toEqual(['open 1', 'close 1']);
    expect(replays).toEqual([]);
  });
});
