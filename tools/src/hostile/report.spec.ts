import { describe, expect, it } from '@jest/globals';
import { asMarkdown, reportOf, type HostileFacts } from './report.js';
import type { Tally } from './try-inputs.js';

const facts: HostileFacts = {
  date: '2026-01-05',
  seed: 8,
  limitMs: 2_000,
  commit: 'abc1234',
  versions: { tocsin: '0.1.0', node: '24.0.0' },
  machine: '2 × processor, 24 GiB',
};
const boundary = { name: 'feed', description: 'feeds', codes: [], pieces: [], read: () => 'rss' };
const tally = (defects: Tally['defects'] = []): Tally => ({
  boundary: 'feed',
  inputs: 1_500,
  outcomes: new Map([
    ['rss', 1_200],
    ['ERR_FEED_UNRECOGNISED', 300],
  ]),
  slowestMs: 12.4,
  tookMs: 3_000,
  defects,
});

describe('the report of hostile input', () => {
  it('counts inputs, and what they got', () => {
    const report = reportOf(facts, [boundary], [tally()]);
    expect(report).toMatchObject({ inputs: 1_500, defects: 0, seed: 8 });
    expect(report.boundaries[0]).toMatchObject({
      outcomes: { rss: 1_200, ERR_FEED_UNRECOGNISED: 300 },
      slowestMs: 12,
      perSecond: 500,
    });
  });

  it('says how to make it again', () => {
    const text = asMarkdown(reportOf(facts, [boundary], [tally()]));
    expect(text).toContain('`npm run hostile -- --seed 8` on 2026-01-05 at commit abc1234');
    expect(text).toContain(
      '| `feed` | feeds | 1,500 | rss 1,200, ERR_FEED_UNRECOGNISED 300 | 12 | 0 |',
    );
    expect(text).not.toContain('## Defects');
  });

  it('names each defect with its input', () => {
    const defect = { what: 'TypeError: x', hash: '0123456789ab', input: Buffer.alloc(0) };
    const text = asMarkdown(reportOf(facts, [boundary], [tally([defect])]));
    expect(text).toContain('**1 defects**');
    expect(text).toContain('- `feed`: TypeError: x (input `0123456789ab`)');
  });
});
