import type { ExportWriter, Write } from './export-writer.js';

/** CSV pages have a header each: only the first one is written. */
export function csvWriter(write: Write): ExportWriter {
  let records = 0;
  let isFirst = true;
  return {
    async add(page) {
      // Column names have neither quotes nor line breaks.
      const headerEnd = page.indexOf('\n') + 1;
      await write(isFirst ? page : page.slice(headerEnd));
      records += recordsIn(page) - (headerEnd > 0 ? 1 : 0);
      isFirst = false;
    },
    end: async () => records,
  };
}

/** Line breaks outside quotes: quotes within quotes are doubled, so that they come in pairs. */
function recordsIn(page: string): number {
  let isQuoted = false;
  let records = 0;
  for (let at = 0; at < page.length; at += 1) {
    const code = page.charCodeAt(at);
    if (code === 0x22) isQuoted = !isQuoted;
    else if (code === 0x0a && !isQuoted) records += 1;
  }
  return records;
}

/** JSON lines simply follow each other. */
export function linesWriter(write: Write): ExportWriter {
  let lines = 0;
  return {
    async add(page) {
      await write(page);
      lines += page.split('\n').length - 1;
    },
    end: async () => lines,
  };
}

/** The features of all pages as one collection. */
export function geojsonWriter(write: Write): ExportWriter {
  let features = 0;
  return {
    async add(page) {
      const { features: more } = JSON.parse(page) as { features: readonly unknown[] };
      const before = features === 0 ? '{"type":"FeatureCollection","features":[' : ',';
      if (more.length > 0) await write(before + more.map((one) => JSON.stringify(one)).join(','));
      features += more.length;
    },
    async end() {
      await write(features === 0 ? '{"type":"FeatureCollection","features":[]}\n' : ']}\n');
      return features;
    },
  };
}
