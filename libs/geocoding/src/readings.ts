import { isInside } from './containment.js';
import type { Gazetteer } from './gazetteer.js';
import { STANDINGS } from './gazetteer-format.js';
import type { Context, Support } from './context.js';
import type { Name, Reading } from './recognise.js';
import type { Features } from './weights.js';

/** What all of a document's names know of each other before any is resolved. */
export interface Sheet {
  readonly names: readonly Name[];
  readonly gazetteer: Gazetteer;
  /** Rows of readings that lie in what follows the name and a comma, by the name's index. */
  readonly contained: ReadonlyMap<number, ReadonlySet<number>>;
  /** The same for every occurrence of a name together. */
  readonly containedAnywhere: ReadonlyMap<string, ReadonlySet<number>>;
  readonly counts: ReadonlyMap<string, number>;
  readonly counties: CountiesAndTowns;
  /** Names that stand behind "in" or the like somewhere. */
  readonly locatedSomewhere: ReadonlySet<string>;
  readonly origin: Origin;
}

/** Where a text is from, ISO 3166-1 alpha-3 each; null where unknown. */
export interface Origin {
  /** Country of the source. */
  readonly source: string | null;
  /** Country whose institutions the text speaks of. */
  readonly institutions: string | null;
}

export function sheetOf(names: readonly Name[], gazetteer: Gazetteer, origin: Origin): Sheet {
  const contained = new Map<number, Set<number>>();
  const containedAnywhere = new Map<string, Set<number>>();
  const counts = new Map<string, number>();
  const locatedSomewhere = new Set<string>();
  for (const name of names) {
    counts.set(name.folded, (counts.get(name.folded) ?? 0) + 1);
    if (name.signals.includes('located')) locatedSomewhere.add(name.folded);
    const container = name.container === null ? undefined : names[name.container];
    if (!container) continue;
    const areas = container.readings.filter(({ id }) => gazetteer.kind(id) !== 'city');
    const here = name.readings.filter(({ id }) =>
      areas.some((area) => isInside(id, area.id, gazetteer)),
    );
    contained.set(name.index, new Set(here.map(({ id }) => id)));
    const known = containedAnywhere.get(name.folded) ?? new Set<number>();
    for (const { id } of here) known.add(id);
    containedAnywhere.set(name.folded, known);
  }
  const counties = countiesOf(names, gazetteer);
  return {
    names,
    gazetteer,
    contained,
    containedAnywhere,
    counts,
    counties,
    locatedSomewhere,
    origin,
  };
}

/** By code of a county: roots of the names that may mean it, and of those that may mean a town of it. */
interface CountiesAndTowns {
  readonly named: ReadonlyMap<number, ReadonlySet<string>>;
  readonly towns: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Counties that share a name are told apart by the towns that a text names with them, and these by the county. */
function countiesOf(names: readonly Name[], gazetteer: Gazetteer): CountiesAndTowns {
  const named = new Map<number, Set<string>>();
  const towns = new Map<number, Set<string>>();
  const note = (all: Map<number, Set<string>>, key: number, root: string): void => {
    const roots = all.get(key);
    if (roots) roots.add(root);
    else all.set(key, new Set([root]));
  };
  const isCounty = ({ folded, root, division }: Name): boolean =>
    folded !== root || division === 'county';
  for (const { readings, root } of names.filter(isCounty)) {
    for (const { id } of readings)
      if (gazetteer.kind(id) === 'admin2') note(named, gazetteer.admin2(id), root);
  }
  if (named.size === 0) return { named, towns };
  for (const { readings, root } of names) {
    for (const { id } of readings) {
      const county = gazetteer.admin2(id);
      if (gazetteer.kind(id) === 'city' && named.has(county)) note(towns, county, root);
    }
  }
  return { named, towns };
}

const hasOther = (roots: ReadonlySet<string> | undefined, root: string): boolean =>
  roots !== undefined && (roots.size > 1 || !roots.has(root));

const KINDS = ['city', 'admin2', 'admin1', 'country', 'region', 'continent', 'sea'] as const;
const keyed = <K extends string>(prefix: string, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, prefix + key])) as Readonly<Record<K, string>>;

// Names of features are put together once: they are looked up some thousand times a text.
const KIND = keyed('kind:', KINDS);
const SAYING_KIND = keyed('saying:', KINDS);
const SHOUTED_KIND = keyed('shouted:', KINDS);
const LOCATIVE_KIND = keyed('locative:', KINDS);
const STANDING = keyed('standing:', STANDINGS);

/** The features of a name that are the same for all its readings. */
export function nameFeatures(sheet: Sheet, name: Name, features: Features): void {
  features.add('bias');
  for (const signal of name.signals) features.add(signal);
  if (name.demonym) features.add('demonym');
  if ((sheet.counts.get(name.folded) ?? 1) > 1) {
    features.add('repeated');
    if (sheet.locatedSomewhere.has(name.folded)) features.add('locatedSomewhere');
  }
  if (name.readings.length > 0) features.add('readings', Math.log(name.readings.length));
}

/** The features of one reading of a name; with a context also what the document says for it. */
export function readingFeatures(
  sheet: Sheet,
  name: Name,
  reading: Reading,
  context: Context | null,
  features: Features,
): void {
  const { gazetteer } = sheet;
  const { id } = reading;
  const kind = gazetteer.kind(id);
  const size = Math.log10(gazetteer.population(id) + 10) - 4;
  features.add(KIND[kind]);
  features.add(kind === 'city' ? 'size' : 'areaSize', size);
  if (kind === 'city') features.add(STANDING[gazetteer.standing(id)]);
  if (name.signals.includes('located')) features.add('located:size', size);
  if (name.signals.includes('before:saying')) {
    features.add(gazetteer.standing(id) === 'capital' ? 'saying:capital' : SAYING_KIND[kind]);
  }
  // Datelines are towns', and so is what something is near to or outside of.
  if (name.signals.includes('shouted')) features.add(SHOUTED_KIND[kind]);
  if (name.signals.includes('after:locative')) features.add(LOCATIVE_KIND[kind]);
  if (reading.alternate) features.add(kind === 'city' ? 'alternate:city' : 'alternate:area');
  // "Berea" of old for Aleppo, where towns bear the name today.
  if (reading.alternate && kind === 'city' && hasNamesake(name, gazetteer))
    features.add('alternate:beside');
  if (reading.shortened) features.add('shortened');
  const iso3 = gazetteer.countryIso3(id);
  const { source, institutions } = sheet.origin;
  if (iso3 !== null && iso3 === source) features.add('source');
  if (institutions !== null) features.add(iso3 === institutions ? 'institutions' : 'foreign');
  if (name.division) features.add(`${name.division === 'county' ? 'county' : 'division'}:${kind}`);
  containment(sheet, name, id, features);
  namesakes(name, id, gazetteer, features);
  const { named, towns } = sheet.counties;
  if (kind === 'city' && hasOther(named.get(gazetteer.admin2(id)), name.root)) {
    features.add('countyNamed');
  }
  if (kind === 'admin2' && hasOther(towns.get(gazetteer.admin2(id)), name.root)) {
    features.add('townNamed');
  }
  if (context) contextFeatures(sheet, name, reading, context, features);
}

/** The features of what the document says for a reading. */
export function contextFeatures(
  { gazetteer }: Sheet,
  name: Name,
  { id }: Reading,
  context: Context,
  features: Features,
): void {
  const isArea = gazetteer.kind(id) !== 'city';
  const support = context.supportOf(name.root, id);
  const add = (key: keyof Support, ofArea: `area:${keyof Support}`, value: number): void => {
    if (value === 0) return;
    features.add(key, value);
    if (isArea) features.add(ofArea, value);
  };
  add('country', 'area:country', support.country);
  add('division', 'area:division', support.division);
  add('county', 'area:county', support.county);
  add('divisionMass', 'area:divisionMass', support.divisionMass);
  add('named', 'area:named', support.named);
  add('nation', 'area:nation', support.nation);
  add('alone', 'area:alone', support.alone);
  add('near', 'area:near', support.near);
  add('vicinity', 'area:vicinity', support.vicinity);
}

/** Whether some town of that name has it for its own. */
const hasNamesake = ({ readings }: Name, gazetteer: Gazetteer): boolean =>
  readings.some(({ id, alternate, shortened }) => {
    const own = !alternate && !shortened;
    return own && gazetteer.kind(id) === 'city';
  });

function containment(sheet: Sheet, name: Name, id: number, features: Features): void {
  const { gazetteer, names } = sheet;
  if (sheet.contained.get(name.index)?.has(id)) features.add('contained');
  else {
    if (name.container !== null) features.add('notContained');
    if (sheet.containedAnywhere.get(name.folded)?.has(id)) features.add('containedElsewhere');
  }
  const before = names[name.index - 1];
  if (before?.container !== name.index) return;
  const holds = before.readings.some((reading) => isInside(reading.id, id, gazetteer));
  features.add(holds ? 'contains' : 'containsNot');
}

/** A town that gave its division the name, a division named like its town, a bigger namesake. */
function namesakes(name: Name, id: number, gazetteer: Gazetteer, features: Features): void {
  const population = gazetteer.population(id);
  const [largest] = name.readings;
  const { top } = name;
  if (population < top) features.add('smaller', Math.log10((top + 10) / (population + 10)));
  if (largest?.id === id) features.add('firstListed');
  if (gazetteer.kind(id) !== 'admin1') return;
  const seat = name.readings.some(
    (other) =>
      gazetteer.kind(other.id) === 'city' &&
      gazetteer.country(other.id) === gazetteer.country(id) &&
      gazetteer.population(other.id) > 0.1 * population,
  );
  if (seat) features.add(name.division ? 'seat:division' : 'seat');
}
