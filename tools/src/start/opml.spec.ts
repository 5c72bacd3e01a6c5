import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readOpml } from './opml.js';

describe('the feeds of an OPML file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-opml-'));
    file = join(folder, 'feeds.opml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (body: string) =>
    writeFileSync(file, `<opml version="2.0"><head/><body>${body}</body></opml>`);

  it('are found in folders too', async () => {
    write(`<outline text="World"><outline text="a" xmlUrl="http://a/f.xml"/></outline>
           <outline text="b" xmlUrl="http://b/f.xml"/>`);
    expect(await readOpml(file)).toEqual(['http://a/f.xml', 'http://b/f.xml']);
  });

  it('are each named once', async () => {
    write('<outline text="a" xmlUrl="http://a/f"/><outline text="A" xmlUrl="http://a/f"/>');
    expect(await readOpml(file)).toEqual(['http://a/f']);
  });

  it.each([
    ['that is missing', undefined],
    ['that is no OPML', '<html></html>'],
  ])('cannot come from a file %s', async (_what, text) => {
    if (text) writeFileSync(file, text);
    await expect(readOpml(file)).rejects.toMatchObject({ code: 'ERR_START_USAGE', exitCode: 2 });
  });

  it('must be at least one', async () => {
    write('<outline text="empty"/>');
    await expect(readOpml(file)).rejects.toThrow('names no feed');
  });
});
