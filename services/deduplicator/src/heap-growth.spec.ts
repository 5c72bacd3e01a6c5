import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { HEAP_GROWTH } from './heap-growth.js';

/** Keeps some 100 MiB and makes and drops ten times that, which outlives the young generation; tells its most MiB. */
const CHURN = `
  const piece = () => Array.from({ length: 1_000 }, (_, at) => ({ at, text: 'x' + at }));
  const kept = Array.from({ length: 1_000 }, piece);
  const passing = [];
  let most = 0;
  for (let turn = 0; turn < 12_000; turn += 1) {
    passing[turn % 300] = piece();
    if (turn > 3_000) most = Math.max(most, process.memoryUsage().heapTotal);
  }
  process.stdout.write(String(kept.length && most / 1024 ** 2));
`;
const mostMiB = (before: string): number => {
  const source = `const { setFlagsFromString } = require('node:v8'); ${before}; ${CHURN}`;
  const args = ['--max-semi-space-size=16', '--eval', source];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
};

it('keeps a process smaller whose garbage outlives the young generation, set while it runs', () => {
  const slow = mostMiB(`setFlagsFromString('${HEAP_GROWTH}')`);
  expect(slow).toBeGreaterThan(50);
  expect(slow).toBeLessThan(mostMiB('') * 0.8);
});
