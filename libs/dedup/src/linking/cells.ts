import { MAX_GAP_DAYS, nameKeysOf } from './features.js';
import { townsNamed } from './keyword-likeness.js';
import { townKey } from './place-likeness.js';
import type { ComparableMention } from './linkable.js';
import { spanOf } from './when-span.js';

/** Degrees of latitude and longitude of a grid cell: wider, up to 69° north, than the farthest two towns that link. */
const GRID_DEGREES = 1;
const BUCKET_DAYS = 7;

/** Where a mention is filed and where its possible partners are. */
export interface Cells {
  readonly filed: readonly string[];
  readonly searched: readonly string[];
}

/**
 * Blocking: two mentions that may link share a cell, one as filed and one as searched, and the other way round.
 * A place is filed by its grid cell and under its region and country; a vague mention searches these, a precise
 * one the nine grid cells around it and what is vague itself. Beside these it is filed and searched under every
 * two of its article's names, and each of them with its region: what follows months later is dated by itself and
 * told by the names of those concerned. A town also meets what names it: one of two places may have been misread.
 */
export function cellsOf(linkable: ComparableMention): Cells {
  const { filed, searched } = placesOf(linkable);
  const times = bucketsOf(linkable);
  const cross = (places: readonly string[]) =>
    familiesOf(linkable).flatMap((family) =>
      places.flatMap((place) => times.map((time) => `${family}|${place}|${time}`)),
    );
  const named = nameKeysOf(linkable).map((key) => `name ${key}`);
  const town = townKey(linkable.mention.where);
  const here = town === null ? [] : [town];
  const told = townsNamed(linkable.keywords);
  return {
    filed: [...cross([...filed, ...here.map(asTown), ...told.map(asTold)]), ...named],
    searched: [...cross([...searched, ...here.map(asTold), ...told.map(asTown)]), ...named],
  };
}

const asTown = (name: string) => `town ${name}`;
const asTold = (name: string) => `told ${name}`;

function familiesOf({ mention }: ComparableMention): string[] {
  const { family } = mention.what;
  // Whether a killing is crime or politics, and a blast accident or attack, is often known only later.
  return family === 'disaster'
    ? ['nature']
    : family === 'unknown'
      ? ['nature', 'people']
      : ['people'];
}

function placesOf({ mention: { where } }: ComparableMention): Cells {
  const country = where.countryIso3 ?? '?';
  const region = `${country}/${(where.admin1 ?? '').toLowerCase()}`;
  if (where.latitude !== null && where.longitude !== null && where.geoPrecision === 1) {
    const [row, column] = [gridOf(where.latitude), gridOf(where.longitude)];
    return {
      filed: [`at ${row},${wrapped(column)}`, `in ${region}`, `in ${country}`],
      searched: [...around(row, column), `region ${region}`, `country ${country}`],
    };
  }
  if (where.admin1 !== null) {
    return {
      filed: [`region ${region}`, `in ${country}`],
      searched: [`in ${region}`, `region ${region}`, `country ${country}`],
    };
  }
  return {
    filed: [`country ${country}`],
    searched: [`in ${country}`, `country ${country}`],
  };
}

const gridOf = (degrees: number) => Math.floor(degrees / GRID_DEGREES);

function around(row: number, column: number): string[] {
  const steps = [-1, 0, 1];
  return steps.flatMap((r) => steps.map((c) => `at ${row + r},${wrapped(column + c)}`));
}

/** Fiji's neighbours are on the other side of the date line. */
function wrapped(column: number): number {
  const columns = 360 / GRID_DEGREES;
  return ((((column + columns / 2) % columns) + columns) % columns) - columns / 2;
}

/** Both sides widened by half the gap that may lie between two mentions that link, so no neighbours are searched. */
function bucketsOf(linkable: ComparableMention): number[] {
  const { first, last } = spanOf(linkable);
  const margin = Math.ceil(MAX_GAP_DAYS / 2);
  const from = Math.floor((first - margin) / BUCKET_DAYS);
  const to = Math.floor((last + margin) / BUCKET_DAYS);
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
