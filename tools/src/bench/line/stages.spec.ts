import { describe, expect, it } from '@jest/globals';
import type { Child } from '../../stack/processes/child.js';
import type { Stack } from '../../stack/stack.js';
import { cpuOf, cpuPerArticle, stagesOf, total } from './stages.js';

const processes = (...names: string[]) =>
  names.map((name, at) => ({ name, pid: at + 1 })) as unknown as Child[];

describe('the stages of the line', () => {
  it('hold all instances of a service, the broker and the database', () => {
    const stack = { base: processes('kafka', 'postgres', 'proxy') } as unknown as Stack;
    const stages = stagesOf(stack, processes('store', 'extractor', 'extractor-2'));
    expect(Object.fromEntries(stages)).toEqual({
      store: [1],
      extractor: [2, 3],
      kafka: [1],
      postgres: [2],
    });
  });

  it('say what they have used', () => {
    const { own } = cpuOf(new Map([['own', [process.pid]]]));
    expect(own).toBeGreaterThan(0);
  });

  it('are told an article', () => {
    const each = cpuPerArticle({ store: 100, kafka: 50 }, { store: 300, kafka: 150 }, 20);
    expect(each).toEqual({ store: 10, kafka: 5 });
    expect(total(each)).toBe(15);
  });
});
