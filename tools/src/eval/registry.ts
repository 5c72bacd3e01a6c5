import { ecbplus } from './sets/ecbplus.js';
import { newscluster } from './sets/newscluster.js';
import { datespec } from './sets/datespec.js';
import { numspec } from './sets/numspec.js';
import { robots } from './sets/robots.js';
import { sitemaps } from './sets/sitemaps.js';
import { syndication } from './sets/syndication.js';
import { urlnorm } from './sets/urlnorm.js';
import type { SetAdapter } from './set-adapter.js';
import { aeb } from './sets/aeb.js';
import { case21Types } from './sets/case21_types.js';
import { feeds } from './sets/feeds.js';
import { geo } from './sets/geo.js';
import { gva } from './sets/gva.js';
import { htmldate } from './sets/htmldate.js';
import { muc4 } from './sets/muc4.js';
import { naeb } from './sets/naeb.js';
import { ploverGsr } from './sets/plover_gsr.js';
import { timex } from './sets/timex.js';
import { traf } from './sets/traf.js';

/** Every set that can be answered; one file a set in `sets/`. */
export const adapters: readonly SetAdapter[] = [
  aeb,
  naeb,
  htmldate,
  traf,
  muc4,
  gva,
  geo,
  case21Types,
  ploverGsr,
  timex,
  datespec,
  numspec,
  newscluster,
  ecbplus,
  feeds,
  robots,
  urlnorm,
  sitemaps,
  syndication,
];

/** Every public set that the project means to answer, answered yet or not. */
export const KNOWN_SETS: readonly string[] = [
  'aeb',
  'naeb',
  'htmldate',
  'traf',
  'muc4',
  'gva',
  'geo',
  'newscluster',
  'ecbplus',
  'case21_types',
  'plover_gsr',
  'timex',
  'datespec',
  'numspec',
  'feeds',
  'robots',
  'urlnorm',
  'sitemaps',
  'syndication',
];

/** The adapters of the named sets, in that order. Throws an error that names every unanswerable set. */
export function adaptersOf(
  sets: readonly string[],
  available: readonly SetAdapter[] = adapters,
): SetAdapter[] {
  const bySet = new Map(available.map((adapter) => [adapter.set, adapter]));
  const missing = sets.filter((set) => !bySet.has(set));
  if (missing.length > 0) {
    const answered = available.map((adapter) => adapter.set).join(', ');
    const each = missing.map((set) =>
      KNOWN_SETS.includes(set) ? `${set} is not answered yet` : `${set} is no known set`,
    );
    throw new Error(`${each.join('; ')}. Answered: ${answered}.`);
  }
  return sets.flatMap((set) => bySet.get(set) ?? []);
}
