import { newsPages } from './content.js';
import type { Site } from './farm.js';
import { newsSite } from './news-site.js';
import { TARPITS, tarpitSite } from './tarpit.js';

/** What a farm in a process of its own is to consist of; travels as JSON. */
export interface FarmPlan {
  /** Sites that behave: the first hosts of the farm. */
  readonly sites: number;
  /** Pages that each site's feed names. */
  readonly pages: number;
  readonly pageKb: number;
  /** Milliseconds that a site thinks before each answer. */
  readonly latencyMs: number;
  /** Hosts after those, of every kind in equal parts, with as many pages each. */
  readonly tarpits: number;
}

/** The paths of a site's pages, the same for every site. */
export const pathsOf = ({ pages }: Pick<FarmPlan, 'pages'>): string[] =>
  Array.from({ length: pages }, (_, n) => `/news/2026/11/story-${n}.html`);

/** @param opened before which no site that behaves answers */
export function sitesOf(plan: FarmPlan, opened: Promise<void>): Site[] {
  const paths = pathsOf(plan);
  const variants = newsPages(plan.pageKb);
  const indexOf = new Map(paths.map((path, n) => [path, n]));
  const { latencyMs } = plan;
  const good = Array.from({ length: plan.sites }, (_, host) => {
    // Pages of one host differ from each other, and hosts from their neighbours.
    const pageOf = (path: string) => {
      const index = indexOf.get(path);
      return index === undefined ? undefined : variants[(index + host * 7) % variants.length];
    };
    return newsSite({ paths, pageOf, latencyMs, opened });
  });
  const bad = Array.from({ length: plan.tarpits }, (_, n) =>
    tarpitSite(TARPITS[n % TARPITS.length]!, paths),
  );
  return [...good, ...bad];
}
