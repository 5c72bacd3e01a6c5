import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { incidentOf } from '@tocsin/contracts/testing';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { PARQUET_COLUMNS } from './parquet-columns.js';
import { parquetWriter } from './parquet-writer.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-parquet-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function written(...pages: (readonly object[])[]) {
  const file = join(folder, 'incidents.parquet');
  const writer = parquetWriter(file);
  for (const items of pages) await writer.add(JSON.stringify({ items, nextCursor: null }));
  const incidents = await writer.end();
  const bytes = readFileSync(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return {
    incidents,
    meta: parquetMetadata(buffer),
    rows: await parquetReadObjects({ file: buffer }),
  };
}

describe('incidents as Parquet', () => {
  it('keep their values and types', async () => {
    const base = incidentOf();
    const killed = { low: 2, best: 3, high: null, basis: 'stated' as const, claims: [] };
    const almaty = incidentOf({
      casualties: { ...base.casualties, killed },
      firstSeenAt: '2022-01-06T18:00:00.000Z',
      summary: 'Zwei "tot" – двое',
    });
    const vague = incidentOf({
      incidentId: 'i2',
      when: { ...base.when, start: null, end: 'in spring' },
      where: { ...base.where, latitude: null, longitude: null, countryIso3: null },
    });
    const { incidents, rows } = await written([almaty], [vague]);
    expect([incidents, rows.length]).toEqual([2, 2]);
    expect(rows[0]).toMatchObject({
      incident_id: 'i1',
      revision: almaty.revision,
      summary: almaty.summary,
      event_type: 'Riots',
      date_start: new Date('2022-01-03'),
      country: 'KAZ',
      latitude: almaty.where.latitude,
      killed_low: 2,
      killed_best: 3,
      killed_high: null,
      civilian_targeting: almaty.what.civilianTargeting,
      actors: almaty.actors,
      first_seen_at: new Date('2022-01-06T18:00:00.000Z'),
    });
    expect(rows[1]).toMatchObject({
      incident_id: 'i2',
      date_start: null,
      date_end: null,
      latitude: null,
      country: null,
    });
  });

  it('come in groups of rows, so that any number can be written', async () => {
    const page = (n: number) =>
      Array.from({ length: 4_000 }, (_, at) => incidentOf({ incidentId: `i${n}-${at}` }));
    const { incidents, meta, rows } = await written(page(1), page(2), page(3), page(4));
    expect([incidents, rows.length]).toEqual([16_000, 16_000]);
    expect(meta.row_groups.length).toBeGreaterThan(1);
    expect(rows.at(-1)).toMatchObject({ incident_id: 'i4-3999' });
  });

  it('may be none', async () => {
    const { incidents, meta } = await written([]);
    expect([incidents, Number(meta.num_rows)]).toEqual([0, 0]);
    expect(meta.schema).toHaveLength(PARQUET_COLUMNS.length + 1);
  });
});
