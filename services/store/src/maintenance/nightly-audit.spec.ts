import { describe, expect, it } from '@jest/globals';
import type { AuditFindings } from './audit.js';
import { logFindings, NightlyAudit } from './nightly-audit.js';

const sound: AuditFindings = { 'missing-end': 0, 'shared-mention': 0 };

function nightly() {
  const state = { now: Date.parse('2026-01-10T14:00:00Z'), audits: [] as number[] };
  const told: AuditFindings[] = [];
  const audit = new NightlyAudit({
    audit: async (nowMs) => {
      state.audits.push(nowMs);
      return sound;
    },
    onFindings: (findings) => told.push(findings),
    now: () => state.now,
  });
  const at = async (moment: string) => {
    state.now = Date.parse(moment);
    await audit.whenDue();
    return state.audits.length;
  };
  return { at, told };
}

describe('the nightly audit', () => {
  it('runs when the service starts, then once a night', async () => {
    const { at, told } = nightly();
    expect(await at('2026-01-10T14:00:00Z')).toBe(1);
    expect(await at('2026-01-10T23:59:00Z')).toBe(1);
    expect(await at('2026-01-11T02:59:00Z')).toBe(1);
    expect(await at('2026-01-11T03:10:00Z')).toBe(2);
    expect(await at('2026-01-11T04:10:00Z')).toBe(2);
    expect(told).toEqual([sound, sound]);
  });

  it('that failed is tried again an hour later', async () => {
    let tries = 0;
    const audit = new NightlyAudit({
      audit: () => Promise.reject(new Error(`away ${(tries += 1)}`)),
      onFindings: () => undefined,
      now: () => 0,
    });
    await expect(audit.whenDue()).rejects.toThrow('away 1');
    await expect(audit.whenDue()).rejects.toThrow('away 2');
  });

  it('is an error in the log where an invariant is broken, and else a line', () => {
    const lines: unknown[] = [];
    const log = logFindings({
      info: (fields) => lines.push(['info', fields]),
      error: (fields) => lines.push(['error', fields]),
    });
    log(sound);
    log({ ...sound, 'missing-end': 2 });
    expect(lines).toMatchObject([
      ['info', { code: 'STORE_AUDIT' }],
      ['error', { code: 'ERR_STORE_AUDIT', findings: { 'missing-end': 2 } }],
    ]);
  });
});
