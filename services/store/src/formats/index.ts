import { negotiate } from '@fastify/accept-negotiator';
import { acled } from './acled.js';
import { atom } from './atom.js';
import type { Format } from './format.js';
import { geojson } from './geojson.js';
import { plover } from './plover.js';
import { ucdp } from './ucdp.js';

export type { ExportPage, Format } from './format.js';

/** Every way in which incidents are written beside JSON; of two of one media type the first is the default. */
export const FORMATS: readonly Format[] = [geojson, acled, ucdp, plover, atom];

export const formatByExtension = (extension: string): Format | undefined =>
  FORMATS.find((format) => format.extension === extension);

const bare = ({ mediaType }: Format): string => mediaType.split(';')[0] as string;
const JSON_TYPE = 'application/json';

/** The format that an `Accept` header asks for; undefined: JSON, also for what nobody here writes. */
export function formatByAccept(accept: string | undefined): Format | undefined {
  if (accept === undefined) return undefined;
  const types = [JSON_TYPE, ...new Set(FORMATS.map(bare))];
  const chosen = negotiate(accept.slice(0, 500), types);
  return FORMATS.find((format) => bare(format) === chosen);
}
