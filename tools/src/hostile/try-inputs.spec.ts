import { describe, expect, it } from '@jest/globals';
import { type Boundary, promise } from './boundary.js';
import { tryInputs } from './try-inputs.js';

const refusal = (code: string) => Object.assign(new Error(code), { code });
const boundary: Boundary = {
  name: 'numbers',
  description: 'reads a number',
  codes: ['ERR_EMPTY'],
  pieces: ['9'],
  read(input) {
    if (input.length === 0) throw refusal('ERR_EMPTY');
    if (input.includes('x')) throw new TypeError(`no number at ${input.length}`);
    if (input.includes('y')) throw refusal('ERR_UNHEARD_OF');
    promise(!input.includes('z'), 'a number has no letters');
    return 'number';
  },
};
const tried = (texts: string[], inputs = 0, limitMs = 1_000) =>
  tryInputs(boundary, { seeds: texts.map((text) => Buffer.from(text)), inputs, seed: 1, limitMs });

describe('trying inputs', () => {
  it('counts what each got', () => {
    const { inputs, outcomes, defects } = tried(['1', '22', '']);
    expect(inputs).toBe(3);
    expect([...outcomes]).toEqual([
      ['number', 2],
      ['ERR_EMPTY', 1],
    ]);
    expect(defects).toEqual([]);
  });

  it('tells each kind of defect once: errors without a known code, broken promises', () => {
    const { outcomes, defects } = tried(['x', 'xx', 'y', 'z']);
    expect(outcomes.get('DEFECT')).toBe(4);
    expect(defects.map(({ what }) => what)).toEqual([
      'TypeError: no number at N',
      'Error: ERR_UNHEARD_OF',
      'Broken: a number has no letters',
    ]);
    expect(defects[0]?.input.toString()).toBe('x');
  });

  it('takes slowness for a defect', () => {
    expect(tried(['1'], 0, -1).defects.map(({ what }) => what)).toEqual([
      'took more than -1 ms of CPU',
    ]);
  });

  it('makes inputs from the seeds, the same for the same seed', () => {
    const one = tried(['12', '345'], 300);
    expect(one.inputs).toBe(302);
    expect(tried(['12', '345'], 300).outcomes).toEqual(one.outcomes);
  });
});
