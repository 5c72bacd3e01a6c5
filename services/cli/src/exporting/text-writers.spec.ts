import { describe, expect, it } from '@jest/globals';
import type { ExportWriter, Write } from './export-writer.js';
import { csvWriter, geojsonWriter, linesWriter } from './text-writers.js';

async function written(make: (write: Write) => ExportWriter, ...pages: string[]) {
  let text = '';
  const writer = make(async (more) => void (text += more));
  for (const page of pages) await writer.add(page);
  return { incidents: await writer.end(), text };
}

describe('pages of CSV', () => {
  it('become one table with one header', async () =>
    expect(await written(csvWriter, 'a,b\r\n1,2\r\n', 'a,b\r\n3,4\r\n5,6\r\n')).toEqual({
      incidents: 3,
      text: 'a,b\r\n1,2\r\n3,4\r\n5,6\r\n',
    }));

  it('may hold lines within a cell', async () => {
    const page = 'a,b\r\n"one\r\ntwo ""three""\n",2\r\n';
    expect((await written(csvWriter, page)).incidents).toBe(1);
  });

  it('may be without rows', async () =>
    expect(await written(csvWriter, 'a,b\r\n')).toEqual({ incidents: 0, text: 'a,b\r\n' }));
});

describe('pages of JSON lines', () => {
  it('follow each other', async () =>
    expect(await written(linesWriter, '{"n":1}\n{"n":2}\n', '', '{"n":3}\n')).toEqual({
      incidents: 3,
      text: '{"n":1}\n{"n":2}\n{"n":3}\n',
    }));
});

describe('pages of GeoJSON', () => {
  const page = (...features: number[]) => JSON.stringify({ type: 'FeatureCollection', features });

  it.each([
    [[page()], []],
    [
      [page(1, 2), page(), page(3)],
      [1, 2, 3],
    ],
    [[page(), page(1)], [1]],
  ])('become one collection: %j', async (pages, features) => {
    const { incidents, text } = await written(geojsonWriter, ...pages);
    expect(JSON.parse(text)).toEqual({ type: 'FeatureCollection', features });
    expect(incidents).toBe(features.length);
  });
});
