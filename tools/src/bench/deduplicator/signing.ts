import { fingerprint } from '@tocsin/dedup';
import { seeded } from '../../corpus/random.js';
import { fillerOf } from './load.js';

const TEXTS = 200;
const WORDS = 600;
const WARM_UP = 3;

/** Articles of 600 words that one core signs in a second of CPU time, alone. */
export function signingRate(seconds: number, seed = 1): number {
  const random = seeded(seed);
  const texts = Array.from({ length: TEXTS }, () => fillerOf(random, WORDS));
  for (let turn = 0; turn < WARM_UP; turn += 1) for (const text of texts) fingerprint(text);
  const before = process.cpuUsage();
  let signed = 0;
  let cpuMicros = 0;
  while (cpuMicros < seconds * 1e6) {
    for (const text of texts) fingerprint(text);
    signed += texts.length;
    const { user, system } = process.cpuUsage(before);
    cpuMicros = user + system;
  }
  return (signed * 1e6) / cpuMicros;
}
