import {
  CASUALTY_KINDS,
  type Casualties,
  type CasualtyFigure,
  type Conflict,
} from '@tocsin/contracts';
import type { ClaimTable } from './claim-table.js';
import { supportOf, type Supported } from './support.js';
import { toldAt, type Telling } from './telling.js';

/** Figures told this long before the newest are overtaken: tolls rise. Milliseconds. */
const OVERTAKEN_MS = 86_400_000;

const KINDS = [...CASUALTY_KINDS, 'perpetratorsKilled'] as const;
type Kind = (typeof KINDS)[number];

/** The casualties that all tellings together give, and the figures that contradict each other. */
export function mergeCasualties(
  tellings: readonly Telling[],
  table: ClaimTable,
): { casualties: Casualties; conflicts: Conflict[] } {
  const conflicts: Conflict[] = [];
  const merged = Object.fromEntries(
    KINDS.map((kind) => {
      const figures = currentFigures(tellings, kind);
      if (figures.length > 1) {
        conflicts.push({
          field: `casualties.${kind}`,
          claims: table.at(claimsOf(figures, table, kind)),
        });
      }
      return [kind, mergedFigure(figures, table, kind)];
    }),
  ) as Record<Kind, CasualtyFigure | null>;
  const shared = tellings.some(({ mention }) => mention.casualties.sharedToll === true);
  return { casualties: shared ? { ...merged, sharedToll: true } : merged, conflicts };
}

/** The figures told within a day of the newest, best supported first, the higher one of two as well supported. */
function currentFigures(tellings: readonly Telling[], kind: Kind): Supported<CasualtyFigure>[] {
  const giving = tellings.filter(({ mention }) => mention.casualties[kind] !== null);
  const newest = Math.max(...giving.map(toldAt));
  const current = giving.filter((telling) => toldAt(telling) >= newest - OVERTAKEN_MS);
  return supportOf(current, ({ mention }) => {
    const value = mention.casualties[kind];
    return value === null ? null : { key: `${value.best}`, value };
  }).sort((a, b) => b.sources - a.sources || (b.value.best ?? 0) - (a.value.best ?? 0));
}

/** Best: the best supported; low and high span what all current figures allow; null high: open upwards. */
function mergedFigure(
  figures: readonly Supported<CasualtyFigure>[],
  table: ClaimTable,
  kind: Kind,
): CasualtyFigure | null {
  const [best] = figures;
  if (best === undefined) return null;
  const values = figures.flatMap(({ tellings }) =>
    tellings.flatMap(({ mention }) => mention.casualties[kind] ?? []),
  );
  const lows = values.flatMap(({ low, best: b }) => low ?? b ?? []);
  const highs = values.map(({ high }) => high);
  return {
    ...best.value,
    low: lows.length === 0 ? null : Math.min(...lows),
    high: highs.includes(null) ? null : Math.max(...(highs as number[])),
    claims: claimsOf([best], table, kind),
  };
}

function claimsOf(
  figures: readonly Supported<CasualtyFigure>[],
  table: ClaimTable,
  kind: Kind,
): number[] {
  return figures.flatMap(({ tellings }) =>
    tellings.flatMap(({ mention }) =>
      table.moved(mention.mentionId, mention.casualties[kind]?.claims ?? []),
    ),
  );
}
