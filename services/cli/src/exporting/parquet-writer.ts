import type { Incident } from '@tocsin/contracts';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportWriter } from './export-writer.js';
import { PARQUET_COLUMNS } from './parquet-columns.js';

/** Incidents of one row group: a few megabytes, which is what is held in memory. */
const ROW_GROUP = 10_000;

const elements = PARQUET_COLUMNS.map(({ element }) => element);
const schema = [{ name: 'incidents', num_children: elements.length }, ...elements];

/** Pages of JSON as a Parquet file, compressed by Snappy. */
export function parquetWriter(file: string): ExportWriter {
  const parquet = new ParquetWriter({ writer: fileWriter(file), schema, createdBy: 'tocsin' });
  let held: Incident[] = [];
  let incidents = 0;
  const flush = async () => {
    const columnData = PARQUET_COLUMNS.map(({ element: { name }, get }) => ({
      name,
      data: held.map(get),
    }));
    await parquet.write({ columnData, rowGroupSize: ROW_GROUP });
    held = [];
  };
  return {
    async add(page) {
      const { items } = JSON.parse(page) as { items: readonly Incident[] };
      held.push(...items);
      incidents += items.length;
      if (held.length >= ROW_GROUP) await flush();
    },
    async end() {
      // A file without rows has its columns all the same.
      if (held.length > 0) await flush();
      await parquet.finish();
      return incidents;
    },
  };
}
