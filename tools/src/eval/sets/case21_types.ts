import type { Mention } from '@tocsin/contracts';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import type { SetAdapter } from '../set-adapter.js';
import { textArticle } from './text-article.js';

/** Snippets → one of thirty types: ACLED's sub-events and five more (CASE 2021, task 2). */
export const case21Types: SetAdapter = {
  set: 'case21_types',
  scorers: [{ scorer: 'exact', args: ['--set', 'case21_types'] }],
  async *predict(cases) {
    const extractor = createIncidentExtractor();
    for await (const { id, input } of cases) {
      const text = String(input['text'] ?? '');
      const mentions = extractor.extract(textArticle({ id, title: '', text, publishedAt: null }));
      yield { id, type: caseType(mentions, text) };
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

/** The first type that the snippet's mentions give; realis and names don't matter in this set. */
export function caseType(mentions: readonly Mention[], text: string): string {
  const [main] = mentions.filter((mention) => mention.kind === 'incident').sort(byRank);
  if (main?.what.family === 'disaster') return 'NATURAL_DISASTER';
  if (main?.what.family === 'accident') return 'MAN_MADE_DISASTER';
  if (/\bclaim\w* (?:responsibility|credit)\b/i.test(text)) return 'ATTRIB';
  return LABELS[main?.what.acledSubEventType ?? ''] ?? 'DIPLO';
}

/** Territory outranks its fighting, and what a protest came to outranks arrests in it. */
const RANK: readonly string[] = [
  'Suicide bomb',
  'Chemical weapon',
  'Government regains territory',
  'Non-state actor overtakes territory',
  'Sexual violence',
  'Excessive force against protesters',
  'Violent demonstration',
  'Mob violence',
  'Protest with intervention',
];

const rank = ({ what }: Mention): number => {
  const at = RANK.indexOf(what.acledSubEventType ?? '');
  return at < 0 ? RANK.length : at;
};
const byRank = (a: Mention, b: Mention): number => rank(a) - rank(b);
