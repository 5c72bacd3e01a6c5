import type { Incident } from '@tocsin/contracts';

/** What a page of incidents is written from. */
export interface ExportPage {
  readonly items: readonly Incident[];
  /** The request's own address, and the next page's; null on the last one. */
  readonly self: string;
  readonly next: string | null;
  /** What a feed of it is called. */
  readonly title: string;
}

/** One way to write incidents. */
export interface Format {
  /** What `/v1/incidents.<extension>` ends in. */
  readonly extension: string;
  readonly mediaType: string;
  /** What it asks of incidents besides the client's own filters: ACLED holds political ones only. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly write: (page: ExportPage) => string;
}

/** The day of an incident: its first one, or the last where only that is known. */
export const firstDay = ({ when }: Incident): string => (when.start ?? when.end ?? '').slice(0, 10);
export const lastDay = ({ when }: Incident): string => (when.end ?? when.start ?? '').slice(0, 10);

export const sitesOf = ({ sources }: Incident): string =>
  [...new Set(sources.flatMap(({ siteName }) => (siteName ? [siteName] : [])))].join('; ');
