import { fetchOnce, type FetchOnceResult } from '@tocsin/fetching';
import type { CliConfig } from '../settings.js';

/** What the server gave with an earlier answer, to be asked whether anything changed. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** One fetch with the service's guard, robots rules and caps, by the same settings. */
export const politeFetch = (
  url: string,
  { userAgent, allowPrivate, hostDelayMs }: CliConfig,
  validators: Validators = {},
): Promise<FetchOnceResult> =>
  fetchOnce(url, { userAgent, allowPrivate, hostDelayMs, ...validators });

export const isUrl = (text: string): boolean => /^https?:\/\//i.test(text);
