import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { metricDefinitions } from '@tocsin/telemetry/catalogue';
import { ROOT } from '../stack/folders.js';

/** Where instruments are made of the catalogue, and the catalogue itself. */
const CATALOGUE = join('libs', 'telemetry', 'src', 'catalogue');

const sources = ['libs', 'services', 'tools']
  .flatMap((part) =>
    readdirSync(join(ROOT, part), { recursive: true }).map((file) => join(part, String(file))),
  )
  .filter(
    (file) =>
      /[\\/]src[\\/].*\.ts$/.test(file) && !/(node_modules|dist)[\\/]|\.spec\.ts$/.test(file),
  )
  .filter((file) => !file.startsWith(CATALOGUE))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

describe('the instruments of the code', () => {
  it('are made of the catalogue alone', () => {
    const others = sources.filter(({ text }) =>
      /\.create(Counter|Histogram|UpDownCounter|Gauge|Observable\w+)\(|getMeter\(/.test(text),
    );
    expect(others.map(({ file }) => file)).toEqual([]);
    expect(sources.length).toBeGreaterThan(500);
  });

  it('are all that the catalogue has', () => {
    const made = new Set(
      sources.flatMap(({ text }) =>
        [...text.matchAll(/\b(?:counter|histogram|observe)\(\s*'([^']+)'/g)].map(
          ([, name]) => name,
        ),
      ),
    );
    expect([...made].sort()).toEqual(metricDefinitions.map(([name]) => name).sort());
  });
});
