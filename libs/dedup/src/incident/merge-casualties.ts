import {
  CASUALTY_KINDS,
  type Casualties,
  type CasualtyFigure,
  type Conflict,
} from '@tocsin/contracts';
import { once, type ClaimTable } from './claim-table.js';
import { currentFigures, type CasualtyKind } from './current-figures.js';
import type { Supported } from './support.js';
import type { Telling } from './telling.js';

const KINDS = [...CASUALTY_KINDS, 'perpetratorsKilled'] as const;

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
  ) as Record<CasualtyKind, CasualtyFigure | null>;
  const shared = tellings.some(({ mention }) => mention.casualties.sharedToll === true);
  return { casualties: shared ? { ...merged, sharedToll: true } : merged, conflicts };
}

/** Best: the first of the figures; low and high span what all current figures allow; null high: open upwards. */
function mergedFigure(
  figures: readonly Supported<CasualtyFigure>[],
  table: ClaimTable,
  kind: CasualtyKind,
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
  kind: CasualtyKind,
): number[] {
  return once(
    figures.flatMap(({ tellings }) =>
      tellings.flatMap(({ mention }) =>
        table.moved(mention.mentionId, mention.casualties[kind]?.claims ?? []),
      ),
    ),
  );
}
