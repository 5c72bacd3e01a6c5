import type { Item } from './item.js';

/** What became of a document at the fetcher. */
export interface PushAnswer {
  readonly articleId: string;
  readonly version: number;
  readonly status: 'accepted' | 'unchanged' | 'outdated' | 'repeated';
}
export interface PushRefusal {
  readonly error: { readonly code: string; readonly message: string };
}

/** How far an ingest is, or how it ended. */
export interface Summary {
  /** Everything that was read: documents, skipped and refused records. */
  readonly records: number;
  /** Taken as a new version of an article. */
  readonly pushed: number;
  /** The current version has the same content, or this very push was taken before. */
  readonly unchanged: number;
  /** A later version is known. */
  readonly outdated: number;
  /** Counts by reason: no articles. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Counts by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Of all documents' bodies. */
  readonly bytes: number;
  readonly seconds: number;
}

/** Counts as things are read and answered. */
export class Tally {
  private readonly counts = { records: 0, pushed: 0, unchanged: 0, outdated: 0, bytes: 0 };
  private readonly skipped = new Map<string, number>();
  private readonly refused = new Map<string, number>();

  /** @param now milliseconds of a clock that only goes forward */
  constructor(
    private readonly now: () => number,
    private readonly startedAt = now(),
  ) {}

  read(item: Item): void {
    this.counts.records += 1;
    if (item.kind === 'skipped') add(this.skipped, item.reason);
    else if (item.kind === 'refused') add(this.refused, item.code);
    else this.counts.bytes += item.bytes;
  }

  answered(answer: PushAnswer | PushRefusal): void {
    if ('error' in answer) add(this.refused, answer.error.code);
    else if (answer.status === 'accepted') this.counts.pushed += 1;
    else if (answer.status === 'outdated') this.counts.outdated += 1;
    else this.counts.unchanged += 1;
  }

  summary(): Summary {
    const { records, pushed, unchanged, outdated, bytes } = this.counts;
    return {
      records,
      pushed,
      unchanged,
      outdated,
      skipped: Object.fromEntries(this.skipped),
      refused: Object.fromEntries(this.refused),
      bytes: Math.round(bytes),
      seconds: Math.round(this.now() - this.startedAt) / 1_000,
    };
  }
}

const add = (counts: Map<string, number>, name: string) =>
  counts.set(name, (counts.get(name) ?? 0) + 1);

/** A summary on one line, for people. */
export function lineOf({ records, pushed, unchanged, outdated, ...rest }: Summary): string {
  const { skipped, refused, bytes, seconds } = rest;
  const megabytes = bytes / 1_000_000;
  return [
    `${records} records`,
    `${pushed} pushed`,
    `${unchanged} unchanged`,
    ...(outdated > 0 ? [`${outdated} outdated`] : []),
    `${sum(skipped)} skipped${byName(skipped)}`,
    `${sum(refused)} refused${byName(refused)}`,
    `${megabytes.toFixed(1)} MB`,
    `${(seconds > 0 ? megabytes / seconds : 0).toFixed(1)} MB/s`,
  ].join(', ');
}

export const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

function byName(counts: Readonly<Record<string, number>>): string {
  const named = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`);
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}
