import type { Mention, PloverType } from '@tocsin/contracts';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import type { SetAdapter } from '../set-adapter.js';
import { textArticle } from './text-article.js';

/** Sentences → PLOVER event. */
export const ploverGsr: SetAdapter = {
  set: 'plover_gsr',
  scorers: [{ scorer: 'exact', args: ['--set', 'plover_gsr'] }],
  async *predict(cases) {
    const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
    for await (const { id, input } of cases) {
      const text = String(input['text'] ?? '');
      const mentions = extractor.extract(textArticle({ id, title: '', text, publishedAt: null }));
      yield { id, event: ploverEvent(mentions) };
    }
  },
};

/** The event of what the sentence tells first, in the set's older labels. */
export function ploverEvent(mentions: readonly Mention[]): string | null {
  const typed = mentions.filter(({ what }) => what.ploverType !== null);
  const told = [...typed].sort((a, b) => beginning(a) - beginning(b));
  const main = told.find(({ realis }) => TOLD.has(realis)) ?? told[0];
  return main ? labelOf(main) : null;
}

const TOLD: ReadonlySet<string> = new Set(['actual', 'attempted', 'planned', 'negated']);

/** Where the mention's first word of its type stands. */
const beginning = ({ claims }: Mention): number =>
  Math.min(...claims.filter(({ field }) => field === 'type').map(({ start }) => start));

/** What is announced is agreed to where it helps and threatened where it harms; what is refused, rejected. */
const HELPFUL: ReadonlySet<string> = new Set([
  'AID',
  'COOPERATE',
  'CONCEDE',
  'RETREAT',
  'CONSULT',
  'SUPPORT',
]);
const HARMFUL: ReadonlySet<string> = new Set(['COERCE', 'SANCTION', 'ASSAULT', 'MOBILIZE']);
/** Conventional arms: what the older list calls a fight. */
const MILITARY: ReadonlySet<string> = new Set(['heavy-weapons', 'aerial', 'drone', 'firearms']);
const LABELS: Readonly<Partial<Record<PloverType, string>>> = { REQUEST: 'DEMAND' };

function labelOf({ what, realis }: Mention): string {
  const type = what.ploverType!;
  if (realis === 'planned' && HELPFUL.has(type)) return 'AGREE';
  if (realis === 'planned' && HARMFUL.has(type)) return 'THREATEN';
  if (realis === 'negated' && HELPFUL.has(type)) return 'REJECT';
  if (type === 'ACCUSE') return what.modes[0] === 'investigate' ? 'INVESTIGATE' : 'DISAPPROVE';
  if (type === 'ASSAULT') return isFight(what) ? 'FIGHT' : 'ASSAULT';
  return LABELS[type] ?? type;
}

const isFight = ({ acledSubEventType: sub, modes }: Mention['what']): boolean =>
  sub === 'Armed clash' || /territory/.test(sub ?? '') || MILITARY.has(modes[0] ?? '');
