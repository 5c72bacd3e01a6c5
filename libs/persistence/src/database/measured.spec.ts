import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTelemetry, type Telemetry } from '@tocsin/telemetry';
import { measured, operationOf } from './measured.js';

let telemetry: Telemetry;
beforeEach(() => {
  telemetry = startTelemetry({
    serviceName: 'spec',
    config: { sampler: 'always_off', samplerRatio: 1 },
  });
});
afterEach(() => telemetry.shutdown());

describe('a statement', () => {
  it('is named by its first word', () => {
    expect(operationOf('\n  select 1')).toBe('SELECT');
    expect(operationOf('INSERT INTO x VALUES (1)')).toBe('INSERT');
    expect(operationOf('WITH old AS (SELECT 1) DELETE FROM x')).toBe('WITH');
  });

  it('of a rare kind shares a name with others', () => {
    for (const sql of ['VACUUM x', '', '-- only words', `${'a'.repeat(1e6)} b`])
      expect(operationOf(sql)).toBe('OTHER');
  });

  it('is measured whether it succeeds or fails', async () => {
    expect(await measured('SELECT 1', async () => 7)).toBe(7);
    const failing = measured('SELECT 2', () => Promise.reject(new TypeError('no')));
    await expect(failing).rejects.toThrow('no');
    const text = await telemetry.renderMetrics();
    const series = text.match(/^db_client_operation_duration_count\{.*\} \d+/gm) ?? [];
    expect(series).toHaveLength(2);
    expect(series.filter((line) => line.includes('error_type="TypeError"'))).toHaveLength(1);
  });
});
