import type { Casualties, CasualtyFigure } from '@tocsin/contracts';
import { firmnessOf, type Firmness } from './firmness.js';
import { independentSources, supportOf, type Supported } from './support.js';
import { toldAt, type Telling } from './telling.js';

/** A figure told this long before one that is as firm is overtaken: tolls rise. Milliseconds. */
const OVERTAKEN_MS = 86_400_000;

const FIRMEST = 3;

export type CasualtyKind = Exclude<keyof Casualties, 'sharedToll'>;

interface Current {
  readonly telling: Telling;
  readonly figure: CasualtyFigure;
  readonly firmness: Firmness;
}

/**
 * The figures that are not overtaken, the best one first: of those that the firmest sources give the newest, unless
 * more independent sources go on giving another after that one was told.
 */
export function currentFigures(
  tellings: readonly Telling[],
  kind: CasualtyKind,
): Supported<CasualtyFigure>[] {
  const current = notOvertaken(tellings.flatMap((telling) => givenBy(telling, kind) ?? []));
  const firmness = new Map(current.map((each) => [each.telling, each.firmness]));
  const figures = supportOf([...firmness.keys()], ({ mention }) => {
    const value = mention.casualties[kind];
    return value === null ? null : { key: `${value.best}`, value };
  }).map((figure) => ranked(figure, kind, firmness));
  const firmest = Math.max(...figures.map((figure) => figure.firmness));
  const newest = Math.max(
    ...figures.filter((f) => f.firmness === firmest).map(({ firstTold }) => firstTold),
  );
  const goingOn = new Map(
    figures.map((figure) => [
      figure,
      independentSources(figure.firm.filter((telling) => toldAt(telling) >= newest)),
    ]),
  );
  return figures.sort(
    (a, b) =>
      b.firmness - a.firmness ||
      (goingOn.get(b) ?? 0) - (goingOn.get(a) ?? 0) ||
      b.firstTold - a.firstTold ||
      b.sources - a.sources ||
      (b.value.best ?? 0) - (a.value.best ?? 0),
  );
}

interface Ranked extends Supported<CasualtyFigure> {
  readonly firmness: Firmness;
  /** The tellings that give it as firmly as any. */
  readonly firm: readonly Telling[];
  /** When the first of these did, ms since the epoch. */
  readonly firstTold: number;
}

function ranked(
  figure: Supported<CasualtyFigure>,
  kind: CasualtyKind,
  firmnessOfEach: ReadonlyMap<Telling, Firmness>,
): Ranked {
  const firmness = Math.max(...figure.tellings.map((each) => firmnessOfEach.get(each) ?? 0));
  const firm = figure.tellings.filter((each) => firmnessOfEach.get(each) === firmness);
  const firstTold = Math.min(...firm.map(toldAt));
  // As the firmest put it: a witness' "at least seven" is not the police's seven.
  const value = firm[0]?.mention.casualties[kind] ?? figure.value;
  return { ...figure, value, firmness, firm, firstTold };
}

function givenBy(telling: Telling, kind: CasualtyKind): Current | null {
  const figure = telling.mention.casualties[kind];
  if (figure === null) return null;
  const claims = figure.claims.flatMap((at) => telling.mention.claims[at] ?? []);
  return { telling, figure, firmness: Math.max(1, ...claims.map(firmnessOf)) };
}

function notOvertaken(given: readonly Current[]): Current[] {
  const newest = Array.from({ length: FIRMEST + 1 }, (_, least) =>
    Math.max(
      ...given.filter((each) => each.firmness >= least).map(({ telling }) => toldAt(telling)),
    ),
  );
  return given.filter(
    ({ telling, firmness }) => toldAt(telling) >= (newest[firmness] ?? 0) - OVERTAKEN_MS,
  );
}
