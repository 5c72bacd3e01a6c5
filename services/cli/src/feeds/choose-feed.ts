import type { FeedProbe } from './model.js';

/** The address to add, or why none is. */
export type Choice =
  | { readonly url: string }
  | { readonly error: { readonly code: string; readonly message: string } };

/**
 * Which address a probe leads to: the probed one when that is a feed or a sitemap, else the one feed that
 * the page declares.
 *
 * @param isYes whether to take the first of several candidates, or the page itself where it has none
 */
export function chosenFrom(probe: FeedProbe, isYes: boolean): Choice {
  const { status, code, reason, url, kind, candidates } = probe;
  if (status !== 'fetched' || code !== 'OK') return error(code, reason ?? 'It could not be read.');
  if (kind !== null && kind !== 'site') return { url };
  const [first] = candidates;
  if (first === undefined)
    return isYes
      ? { url }
      : error(
          'ERR_CLI_NO_FEED',
          'The page is no feed and names none; --yes follows the page itself.',
        );
  const [sure, ...others] = candidates.filter(({ by }) => by === 'link');
  if (sure && others.length === 0) return { url: sure.url };
  return isYes
    ? { url: (sure ?? first).url }
    : error('ERR_CLI_CANDIDATES', 'The page names feeds: add one of them, or --yes for the first.');
}

const error = (code: string, message: string): Choice => ({ error: { code, message } });
