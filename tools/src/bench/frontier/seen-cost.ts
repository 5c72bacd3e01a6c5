import type { FrontierBench } from '@tocsin/fetcher/bench';
import { costOf, type Cost } from './cost.js';

/** The set of seen URLs: what it costs by its size, and how large it is. */
export interface SeenCost {
  /** URLs that one poll finds. */
  readonly batch: number;
  /** New URLs, for each part of the filling. */
  readonly inserts: readonly (Cost & { readonly from: number })[];
  /** Leaving the queue for the set, the last part. */
  readonly retire: Cost;
  /** URLs that are in it already, when it was full. */
  readonly known: Cost;
  readonly urls: number;
  /** By table and index. */
  readonly bytesPerUrl: Readonly<Record<string, number>>;
  readonly totalBytesPerUrl: number;
}

const PARTS = 10;
const LOOKUPS = 20_000;
const HOSTS = 5_000;

/** About as long as the addresses of news pages are. */
export const pageUrl = (n: number): string =>
  `https://www.site-${n % HOSTS}.example/world/2026/11/${(n % 28) + 1}/a-headline-of-some-eight-words-in-the-address-${n}`;

/** Fills the set and looks into it; every batch is a transaction of its own, one after the other. */
export async function seenCost(
  bench: FrontierBench,
  databasePid: number,
  { urls, batch }: { urls: number; batch: number },
  progress: (line: string) => void,
): Promise<SeenCost> {
  const before = await bench.sizes();
  const inserts: SeenCost['inserts'][number][] = [];
  const retired: (Cost & { readonly pieces: number })[] = [];
  const part = Math.ceil(urls / PARTS);
  for (let from = 0; from < urls; from += part) {
    const { pieces, ...cost } = await costOf(databasePid, async () => {
      const end = Math.min(urls, from + part);
      for (let at = from; at < end; at += batch) {
        const page = range(at, Math.min(end, at + batch)).map(pageUrl);
        const added = await bench.discover(page);
        if (added !== page.length) throw new Error(`${page.length - added} new URLs were known.`);
      }
      return end - from;
    });
    inserts.push({ from, ...cost });
    retired.push(await costOf(databasePid, () => bench.retire()));
    progress(`${from + pieces} URLs: ${(cost.ms * 1_000).toFixed(0)} µs each`);
  }
  const { pieces: _, ...known } = await costOf(databasePid, async () => {
    const step = Math.max(1, Math.floor(urls / LOOKUPS));
    // Far apart from each other: what was just touched is in memory anyway.
    const sample = range(0, Math.min(urls, LOOKUPS)).map((i) => pageUrl(i * step));
    for (let at = 0; at < sample.length; at += batch) {
      const added = await bench.discover(sample.slice(at, at + batch));
      if (added !== 0) throw new Error(`${added} known URLs were new.`);
    }
    return sample.length;
  });
  const bytesPerUrl = Object.fromEntries(
    Object.entries(await bench.sizes())
      .map(([name, bytes]) => [name, (bytes - (before[name] ?? 0)) / urls] as const)
      .filter(([, bytes]) => bytes >= 1),
  );
  const totalBytesPerUrl = Object.values(bytesPerUrl).reduce((sum, bytes) => sum + bytes, 0);
  const { pieces: __, ...retire } = retired.at(-1) as Cost & { pieces: number };
  return { batch, inserts, retire, known, urls, bytesPerUrl, totalBytesPerUrl };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
