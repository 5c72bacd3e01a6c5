import type { Mention, What } from '@tocsin/contracts';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import type { SetAdapter } from '../set-adapter.js';
import { textArticle } from './text-article.js';

/** Snippets → one of thirty types: ACLED's sub-events and five more (CASE 2021, task 2). */
export const case21Types: SetAdapter = {
  set: 'case21_types',
  scorers: [{ scorer: 'exact', args: ['--set', 'case21_types'] }],
  async *predict(cases) {
    const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
    for await (const { id, input } of cases) {
      const text = String(input['text'] ?? '');
      const mentions = extractor.extract(textArticle({ id, title: '', text, publishedAt: null }));
      yield { id, type: caseType(mentions) };
    }
  },
};

const LABELS: Readonly<Record<string, string>> = {
  'Abduction/forced disappearance': 'ABDUCT_DISSAP',
  Agreement: 'AGREEMENT',
  'Air/drone strike': 'AIR_STRIKE',
  'Armed clash': 'ARMED_CLASH',
  Arrests: 'ARREST',
  'Shelling/artillery/missile attack': 'ART_MISS_ATTACK',
  Attack: 'ATTACK',
  'Change to group/activity': 'CHANGE_TO_GROUP_ACT',
  'Chemical weapon': 'CHEM_WEAP',
  'Disrupted weapons use': 'DISR_WEAP',
  'Excessive force against protesters': 'FORCE_AGAINST_PROTEST',
  'Government regains territory': 'GOV_REGAINS_TERIT',
  Grenade: 'GRENADE',
  'Headquarters or base established': 'HQ_ESTABLISHED',
  'Mob violence': 'MOB_VIOL',
  'Non-state actor overtakes territory': 'NON_STATE_ACTOR_OVERTAKES_TER',
  'Non-violent transfer of territory': 'NON_VIOL_TERRIT_TRANSFER',
  'Peaceful protest': 'PEACE_PROTEST',
  'Looting/property destruction': 'PROPERTY_DISTRUCT',
  'Protest with intervention': 'PROTEST_WITH_INTER',
  'Remote explosive/landmine/IED': 'REM_EXPLOS',
  'Sexual violence': 'SEX_VIOL',
  'Suicide bomb': 'SUIC_BOMB',
  'Violent demonstration': 'VIOL_DEMONSTR',
  Other: 'OTHER',
};

/** What is done in words, or by cutting ties. */
const DIPLOMACY: ReadonlySet<string> = new Set([
  'CONSULT',
  'SUPPORT',
  'REQUEST',
  'REJECT',
  'ACCUSE',
  'THREATEN',
  'SANCTION',
  'COOPERATE',
  'AID',
  'AGREE',
]);

/** The type that the mentions are surest of; realis and names don't matter in this set. */
export function caseType(mentions: readonly Mention[]): string {
  const incidents = mentions.filter((mention) => mention.kind === 'incident');
  const main = incidents.reduce<Mention | null>(
    (best, each) => (best && certainty(best) >= certainty(each) ? best : each),
    null,
  );
  return main ? labelOf(main.what) : 'DIPLO';
}

/** How sure the extractor is of a mention's type: the confidence of the claim that says so. */
const certainty = ({ claims }: Mention): number =>
  claims.find(({ field }) => field === 'type')?.confidence ?? 0;

function labelOf({ family, acledSubEventType, ploverType, modes }: What): string {
  if (family === 'disaster') return 'NATURAL_DISASTER';
  if (family === 'accident') return 'MAN_MADE_DISASTER';
  if (acledSubEventType !== 'Other') return LABELS[acledSubEventType ?? ''] ?? 'OTHER';
  if (family === 'crime') return 'ORG_CRIME';
  if (ploverType === 'ACCUSE' && modes.includes('allege')) return 'ATTRIB';
  return DIPLOMACY.has(ploverType ?? '') ? 'DIPLO' : 'OTHER';
}
