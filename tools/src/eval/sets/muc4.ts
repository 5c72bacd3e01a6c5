import {
  type Actor,
  articleText,
  type Mention,
  type Responsibility,
  type Target,
  type Victim,
} from '@tocsin/contracts';
import { createGeoparser, type Geoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import type { Prediction, SetAdapter } from '../set-adapter.js';
import { textArticle } from './text-article.js';

/** Wire reports from Latin America, 1988–90 → MUC-4 incident templates. */
export const muc4: SetAdapter = {
  set: 'muc4',
  scorers: [{ scorer: 'muc4' }],
  async *predict(cases) {
    const geoparser = createGeoparser();
    const extractor = createIncidentExtractor({ geoparser: wireGeoparser(geoparser) });
    for await (const { id, input } of cases) {
      const { text, publish_date: publishedAt } = input as Record<string, string>;
      const article = textArticle({
        id,
        title: '',
        text: text ?? '',
        publishedAt: publishedAt ?? null,
      });
      const whole = articleText(article);
      const home = homeCountry(geoparser, whole);
      yield toMuc4(id, extractor.extract(article), {
        home,
        published: publishedAt ?? null,
        text: whole,
      });
    }
  },
};

/** The countries that the MUC-4 guidelines hold relevant. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ARG: 'ARGENTINA',
  BOL: 'BOLIVIA',
  CHL: 'CHILE',
  COL: 'COLOMBIA',
  ECU: 'ECUADOR',
  SLV: 'EL SALVADOR',
  GTM: 'GUATEMALA',
  HND: 'HONDURAS',
  PER: 'PERU',
};

/** The country that a report names, or whose people it names, most often; null when it names none. */
export function homeCountry(geoparser: Geoparser, text: string): string | null {
  const named = new Map<string, number>();
  for (const { place } of geoparser.toponyms(text)) {
    const country = place?.kind === 'country' ? (place.countryIso3 ?? '') : '';
    if (COUNTRIES[country]) named.set(country, (named.get(country) ?? 0) + 1);
  }
  return [...named].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The wire covers nine countries: towns elsewhere are namesakes. */
export function wireGeoparser(geoparser: Geoparser): Geoparser {
  return {
    toponyms: (text) =>
      geoparser
        .toponyms(text, { countryIso3: homeCountry(geoparser, text) })
        .filter(({ place }) => place?.kind === 'country' || COUNTRIES[place?.countryIso3 ?? '']),
  };
}

/** One template per relevant mention. */
export function toMuc4(
  id: string,
  mentions: readonly Mention[],
  report: Report = { home: null, published: null, text: '' },
): Prediction {
  return { id, templates: mentions.flatMap((mention) => templateOf(mention, report) ?? []) };
}

/** What the adapter knows of a report beside its mentions. */
export interface Report {
  /** The country that it mostly speaks of. */
  readonly home: string | null;
  /** `YYYY-MM-DD` */
  readonly published: string | null;
  /** The text that the claims point into. */
  readonly text: string;
}

/** Days after which the guidelines no longer want an incident told as background. */
const OLD = 60;

function isOld({ when }: Mention, published: string | null): boolean {
  if (!published || !when.end) return false;
  return Date.parse(published) - Date.parse(when.end) > OLD * 86_400_000;
}

function templateOf(mention: Mention, report: Report): Record<string, unknown> | null {
  const { home, published } = report;
  const type = typeOf(mention);
  if (!type || mention.kind !== 'incident' || isOld(mention, published)) return null;
  if (!['actual', 'attempted', 'threatened'].includes(mention.realis)) return null;
  const { countryIso3, place, admin1 } = mention.where;
  // A foreign country by its bare name is mostly whose people, envoys or aid are told of.
  const foreign = countryIso3 !== null && !COUNTRIES[countryIso3] && !place && !admin1;
  const country = COUNTRIES[(foreign ? home : (countryIso3 ?? home)) ?? ''];
  if (countryIso3 && !country) return null;
  const victims = mention.victims.filter((victim) => isCivilian(victim));
  const targets = mention.targets.filter(({ type }) => type !== 'military');
  if (!isWanted(mention, victims, targets)) return null;
  const perpetrators = mention.actors.filter((actor) => actor.organisationClass !== undefined);
  return {
    inc_type: type,
    inc_stage: STAGE[mention.realis],
    ...(mention.when.start
      ? {
          inc_date: {
            start: mention.when.start.slice(0, 10),
            end: mention.when.end?.slice(0, 10) ?? null,
          },
        }
      : { inc_date: { start: null, end: mention.when.end } }),
    ...(country ? { inc_loc: { country, parts: foreign ? [] : partsOf(mention, report) } } : {}),
    ...instruments(mention),
    ...perpetratorSlots(perpetrators),
    ...victimSlots(victims),
    ...targetSlots(targets, type),
    ...casualtySlots(mention),
  };
}

/** The guidelines want someone or something in particular to be hit, and no combat between armed forces. */
function isWanted(
  { what, actors }: Mention,
  victims: readonly Victim[],
  targets: readonly Target[],
): boolean {
  const told = victims.some(
    ({ name, type }) => name !== undefined || (type && type !== 'unspecified'),
  );
  const combat = what.acledSubEventType === 'Armed clash';
  if (what.ploverType === 'ASSAULT' && what.modes.includes('abduct') && actors.length > 0)
    return true;
  return told || (!combat && victims.length > 0) || targets.some(({ type }) => type !== undefined);
}

/** The dead and the injured as the mention sums them up, where it does; else they are the victims' numbers. */
function casualtySlots({ casualties: { killed, injured } }: Mention): Record<string, unknown> {
  const told = { killed: killed?.best, injured: injured?.best };
  const known = Object.entries(told).filter(([, n]) => n != null);
  return { casualties: Object.fromEntries(known.map(([kind, n]) => [kind, { n }])) };
}

const STAGE: Readonly<Record<string, string>> = {
  actual: 'ACCOMPLISHED',
  attempted: 'ATTEMPTED',
  threatened: 'THREATENED',
};

/** MUC-4's incident types; null for what its guidelines don't ask for (combat, protests, arrests). */
function typeOf({ what }: Mention): string | null {
  if (what.family === 'accident' || what.family === 'disaster') return null;
  switch (what.acledSubEventType) {
    case 'Remote explosive/landmine/IED':
    case 'Suicide bomb':
    case 'Grenade':
    case 'Air/drone strike':
      return 'BOMBING';
    case 'Abduction/forced disappearance':
      return 'KIDNAPPING';
    case 'Looting/property destruction':
      return what.modes.includes('destroy') ? 'ARSON' : null;
    case 'Attack':
    case 'Armed clash':
    case 'Sexual violence':
    case 'Shelling/artillery/missile attack':
      return 'ATTACK';
    default:
      return null;
  }
}

/** Combatants are no MUC-4 targets. */
function isCivilian({ type, words }: Victim): boolean {
  return (
    !['military', 'rebel', 'militia', 'attacker', 'criminal', 'rioter'].includes(type ?? '') &&
    /\p{L}{3}/u.test(words)
  );
}

/** Reports are filed from capitals: a town that only the dateline names is not where it happened. */
function partsOf({ where, claims }: Mention, { text }: Report): { name: string }[] {
  const dateline = text.slice(0, Math.max(0, text.indexOf('--', 0)));
  const claim = claims[where.claims[0] ?? -1];
  if (claim && claim.end <= dateline.length) {
    const rest = text.slice(dateline.length);
    if (!rest.toUpperCase().includes(claim.quote.toUpperCase())) return [];
  }
  const names = [where.admin1, where.place].filter((name) => name !== null);
  return [...new Set(names)].map((name) => ({
    name: name.toUpperCase().replace(/ (?:DEPARTMENT|PROVINCE|REGION|METROPOLITAN)$/, ''),
  }));
}

const INSTRUMENTS: Readonly<Record<string, string>> = {
  bomb: 'BOMB',
  'vehicle bomb': 'VEHICLE BOMB',
  dynamite: 'DYNAMITE',
  explosive: 'EXPLOSIVE',
  grenade: 'GRENADE',
  mine: 'MINE',
  mortar: 'MORTAR',
  rocket: 'ROCKET',
  'aerial bomb': 'AERIAL BOMB',
  'machine gun': 'MACHINE GUN',
  rifle: 'RIFLE',
  handgun: 'HANDGUN',
  gun: 'GUN',
  'cutting device': 'CUTTING DEVICE',
  'molotov cocktail': 'MOLOTOV COCKTAIL',
  stone: 'STONE',
};

function instruments({ what }: Mention): Record<string, unknown> {
  const named = what.instruments.filter(({ type }) => INSTRUMENTS[type ?? '']).slice(0, 2);
  return {
    inc_instr_id: named.filter(({ type }) => type !== 'gun').map(({ words }) => words),
    inc_instr_type: named.map(({ words, type }) => ({
      alts: [INSTRUMENTS[type ?? '']],
      ...(type === 'gun' ? {} : { xref: [words] }),
    })),
  };
}

const CONFIDENCE: Readonly<Record<Responsibility, string>> = {
  fact: 'REPORTED AS FACT',
  claimed: 'CLAIMED OR ADMITTED',
  'accused-by-authorities': 'SUSPECTED OR ACCUSED BY AUTHORITIES',
  accused: 'SUSPECTED OR ACCUSED',
  possible: 'POSSIBLE',
  denied: 'ACQUITTED',
};

function perpetratorSlots(actors: readonly Actor[]): Record<string, unknown> {
  const organisations = actors.filter(isOrganisation).slice(0, 1);
  const individuals = actors.filter((actor) => !isOrganisation(actor)).slice(0, 1);
  const state = actors.some(
    (a) => a.organisationClass === 'military' || a.organisationClass === 'police',
  );
  const category = state ? 'STATE-SPONSORED VIOLENCE' : 'TERRORIST ACT';
  return {
    perp_cat: category,
    perp_ind: individuals.map(({ words }) => words),
    perp_org: organisations.map(({ words }) => words),
    perp_org_conf: organisations.map(({ words, responsibility }) => ({
      alts: [CONFIDENCE[responsibility ?? 'fact']],
      xref: [words],
    })),
  };
}

/** An organisation is named by its whole phrase; a person's name is part of one. */
const isOrganisation = ({ name, words }: Actor): boolean => name === words;

const HUMAN_TYPES: Readonly<Record<string, string>> = {
  government: 'GOVERNMENT OFFICIAL',
  politician: 'POLITICAL FIGURE',
  judicial: 'LEGAL OR JUDICIAL',
  police: 'LAW ENFORCEMENT',
  guard: 'SECURITY GUARD',
};

const EFFECTS: Readonly<Record<string, string>> = {
  killed: 'DEATH',
  injured: 'INJURY',
  hurt: 'INJURY',
};

/** "at least five", "three others": a number that names nobody. */
const BARE =
  /^(?:at|least|more|than|about|some|several|another|others?|the|of|them|one|two|three|four|five|six|seven|eight|nine|ten|twelve|approximately|nearly|over|many|dozens|\d[\d,]*|\s)+$/i;

function victimSlots(victims: readonly Victim[]): Record<string, unknown> {
  const described = victims.filter((v) => v.name !== undefined || !BARE.test(v.words));
  const listed = (described.length > 0 ? described : victims).slice(0, 8);
  const key = ({ name, words }: Victim): string => name ?? words;
  return {
    hum_name: listed.flatMap(({ name }) => name ?? []),
    hum_desc: listed.flatMap((victim) => descriptionOf(victim) ?? []),
    hum_type: listed.map((v) => ({
      alts: [HUMAN_TYPES[v.type ?? ''] ?? 'CIVILIAN'],
      xref: [key(v)],
    })),
    hum_num: listed.map((v) => ({
      alts: [v.number ? String(v.number) : 'PLURAL'],
      xref: [key(v)],
    })),
    hum_effect: listed.flatMap((v) =>
      EFFECTS[v.effect ?? ''] ? [{ alts: [EFFECTS[v.effect ?? '']], xref: [key(v)] }] : [],
    ),
  };
}

/** What stands beside the name ("MAYOR OF ACHI"), or the phrase itself where no name is given. */
function descriptionOf({
  name,
  words,
}: Victim): string | { alts: string[]; xref: string[] } | null {
  if (!name) return words;
  const own = new Set(name.toLowerCase().split(' '));
  const rest = words
    .split(/\s+/)
    .filter((word) => !own.has(word.replace(/[,.]/g, '').toLowerCase()))
    .join(' ')
    .replace(/^[\s,]+|[\s,]+$/g, '');
  return rest ? { alts: [rest], xref: [name] } : null;
}

const PHYSICAL_TYPES: Readonly<Record<string, string>> = {
  'transport vehicle': 'TRANSPORT VEHICLE',
  commercial: 'COMMERCIAL',
  energy: 'ENERGY',
  government: 'GOVERNMENT OFFICE OR RESIDENCE',
  organisation: 'ORGANIZATION OFFICE',
  politician: 'POLITICAL FIGURE OFFICE OR RESIDENCE',
  communications: 'COMMUNICATIONS',
  financial: 'FINANCIAL',
  residence: 'CIVILIAN RESIDENCE',
  diplomatic: 'DIPLOMAT OFFICE OR RESIDENCE',
  'law enforcement': 'LAW ENFORCEMENT FACILITY',
  'transport route': 'TRANSPORTATION ROUTE',
  water: 'WATER',
};

function targetSlots(targets: readonly Target[], type: string): Record<string, unknown> {
  const typed = targets.filter((t) => t.type);
  const listed = (typed.length > 0 ? typed : targets).slice(0, 3);
  const effect = (target: Target): string | null => {
    if (target.effect === 'destroyed') return 'DESTROYED';
    return target.effect === 'damaged' || type === 'BOMBING' ? 'SOME DAMAGE' : null;
  };
  return {
    phys_id: listed.map(({ words }) => words),
    phys_type: listed.map((t) => ({
      alts: [PHYSICAL_TYPES[t.type ?? ''] ?? 'OTHER'],
      xref: [t.words],
    })),
    phys_num: listed.map((t) => ({
      alts: [t.number ? String(t.number) : 'PLURAL'],
      xref: [t.words],
    })),
    phys_effect: listed.flatMap((t) => (effect(t) ? [{ alts: [effect(t)], xref: [t.words] }] : [])),
  };
}
