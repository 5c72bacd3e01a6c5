import type { Incident } from '@tocsin/contracts';

/** What is told apart on the map: ACLED's event types, and EM-DAT's two families. */
export const KIND_KEYS = [
  'battles',
  'explosions',
  'civilians',
  'protests',
  'riots',
  'strategic',
  'accident',
  'disaster',
  'other',
] as const;
export type KindKey = (typeof KIND_KEYS)[number];

export interface Kind {
  readonly key: KindKey;
  readonly label: string;
  /** As the API's `type` names it; null for what has no ACLED type. */
  readonly acledEventType: string | null;
  /** Outline in a box of 24 × 24: no two kinds share one, so that colour is never the only sign. */
  readonly path: string;
}

const kind = (
  key: KindKey,
  label: string,
  acledEventType: string | null,
  path: string,
): [KindKey, Kind] => [key, { key, label, acledEventType, path }];

export const KINDS: ReadonlyMap<KindKey, Kind> = new Map([
  kind('battles', 'Battles', 'Battles', 'M12 3 L22 20 L2 20 Z'),
  kind(
    'explosions',
    'Explosions, remote violence',
    'Explosions/Remote violence',
    'M12 1 L14.6 8.4 L21.5 4.9 L17.8 11.7 L23 15.5 L16.6 16.3 L17 23 L12 18.4 L7 23 L7.4 16.3 L1 15.5 L6.2 11.7 L2.5 4.9 L9.4 8.4 Z',
  ),
  kind(
    'civilians',
    'Violence against civilians',
    'Violence against civilians',
    'M12 1.5 L22.5 12 L12 22.5 L1.5 12 Z',
  ),
  kind('protests', 'Protests', 'Protests', 'M12 3 A9 9 0 1 1 11.99 3 Z'),
  kind('riots', 'Riots', 'Riots', 'M3.5 3.5 H20.5 V20.5 H3.5 Z'),
  kind(
    'strategic',
    'Strategic developments',
    'Strategic developments',
    'M12 2 L22 9.5 L18.2 21.5 L5.8 21.5 L2 9.5 Z',
  ),
  kind('accident', 'Accidents', null, 'M7 3 H17 L22.5 12 L17 21 H7 L1.5 12 Z'),
  kind(
    'disaster',
    'Disasters',
    null,
    'M8.5 2.5 H15.5 V8.5 H21.5 V15.5 H15.5 V21.5 H8.5 V15.5 H2.5 V8.5 H8.5 Z',
  ),
  kind('other', 'Other', null, 'M2 4 L22 4 L12 21 Z'),
]);

const BY_ACLED: ReadonlyMap<string, KindKey> = new Map(
  [...KINDS.values()].flatMap(({ key, acledEventType }) =>
    acledEventType === null ? [] : [[acledEventType, key]],
  ),
);

export const kindNamed = (key: KindKey): Kind => KINDS.get(key) as Kind;

export const isKindKey = (text: string): text is KindKey => KINDS.has(text as KindKey);

/** Accidents and disasters first: their ACLED type, where there is one, is not what they are. */
export function kindOf({ what }: Pick<Incident, 'what'>): Kind {
  if (what.family === 'accident' || what.family === 'disaster') return kindNamed(what.family);
  return kindNamed(BY_ACLED.get(what.acledEventType ?? '') ?? 'other');
}

/** The finest word for what it was. */
export function titleOf({ what }: Pick<Incident, 'what'>): string {
  const hazard = what.hazardType?.split('/').slice(1).join(', ');
  if (what.family === 'accident' || what.family === 'disaster') {
    return sentenceCase(hazard || what.family);
  }
  return what.acledSubEventType ?? what.acledEventType ?? sentenceCase(hazard || 'incident');
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
