import type { Gazetteer } from './gazetteer.js';
import type { Name } from './recognise.js';

/** Shares of belief by country, division … */
type Shares = Map<number, number>;

/** What one name, however often it stands in the document, adds to the document's picture. */
interface Part {
  mass: number;
  readonly countries: Shares;
  readonly divisions: Shares;
  readonly counties: Shares;
  /** Divisions and countries that are named themselves. */
  readonly named: Shares;
  /** Countries that are named themselves, or by their people. */
  readonly nations: Shares;
  /** What the rest says about the name's readings, by row: the same wherever the name stands. */
  readonly supports: Map<number, Support>;
}

/** A place that the document speaks of, with how much it is believed. */
interface Anchor {
  readonly folded: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly mass: number;
}

/** What the rest of the document says about one reading of a name. */
export interface Support {
  readonly country: number;
  readonly division: number;
  readonly county: number;
  readonly divisionMass: number;
  readonly named: number;
  /** Belief in the reading's country where it is named itself or by its people. */
  readonly nation: number;
  /** Belief in all the rest, of a reading whose country nothing else lies in. */
  readonly alone: number;
  readonly near: number;
  readonly vicinity: number;
}

/** Distances are measured to so many of the surest places, so that the work stays linear. */
const ANCHORS = 12;
/** A name that is repeated counts more, up to this often. */
const REPEATS = 4;
const KM_PER_DEGREE = 111.2;
/** Added to the mass that shares are of: one name alone says little. */
const BASE = 0.5;
/** Less than this share of the rest is as good as none. */
const SOME = 0.03;
/** What is near and what is in the vicinity, in km. */
const [NEAR, VICINITY] = [40, 160] as const;

/** The document as its names' readings picture it; a name is never supported by itself. */
export class Context {
  private readonly parts = new Map<string, Part>();
  private readonly total: Part = emptyPart();
  private readonly anchors: Anchor[];

  /** @param beliefs probability of each reading of each name, in their order */
  constructor(
    names: readonly Name[],
    beliefs: readonly (readonly number[])[],
    private readonly gazetteer: Gazetteer,
  ) {
    const byPlace = new Map<string, Map<number, number>>();
    const counts = new Map<string, number>();
    names.forEach(({ root: folded, readings }, i) => {
      const places = byPlace.get(folded) ?? new Map<number, number>();
      readings.forEach(({ id }, j) => {
        const belief = beliefs[i]?.[j] ?? 0;
        if (belief > 0.01) places.set(id, (places.get(id) ?? 0) + belief);
      });
      byPlace.set(folded, places);
      counts.set(folded, (counts.get(folded) ?? 0) + 1);
    });
    const anchors: Anchor[] = [];
    for (const [folded, places] of byPlace) {
      const count = counts.get(folded) ?? 1;
      const scale = Math.min(count, REPEATS) ** 0.5 / count;
      const part = emptyPart();
      for (const [id, belief] of places) {
        this.grow(part, id, belief * scale);
        this.grow(this.total, id, belief * scale);
        if (!isPoint(gazetteer, id)) continue;
        const [latitude, longitude] = [gazetteer.latitude(id), gazetteer.longitude(id)];
        anchors.push({ folded, latitude, longitude, mass: belief * scale });
      }
      this.parts.set(folded, part);
    }
    this.anchors = anchors.sort((a, b) => b.mass - a.mass).slice(0, ANCHORS);
  }

  supportOf(folded: string, id: number): Support {
    const own = this.parts.get(folded);
    if (!own) return this.support(folded, id, own);
    let support = own.supports.get(id);
    if (!support) own.supports.set(id, (support = this.support(folded, id, own)));
    return support;
  }

  private support(folded: string, id: number, own: Part | undefined): Support {
    const { gazetteer, total } = this;
    const rest = (shares: Exclude<keyof Part, 'mass' | 'supports'>, key: number) =>
      key === 0 ? 0 : Math.max(0, (total[shares].get(key) ?? 0) - (own?.[shares].get(key) ?? 0));
    const mass = BASE + total.mass - (own?.mass ?? 0);
    const division = rest('divisions', gazetteer.admin1(id));
    const country = rest('countries', gazetteer.country(id));
    const { near, vicinity } = this.neighbours(folded, id);
    return {
      country: country / mass,
      division: division / mass,
      county: rest('counties', gazetteer.admin2(id)) / mass,
      divisionMass: Math.log1p(division),
      named: Math.log1p(rest('named', gazetteer.admin1(id))),
      nation: Math.log1p(rest('nations', gazetteer.country(id))),
      alone: country / mass < SOME ? Math.log1p(mass - BASE) : 0,
      near: Math.log1p(near),
      vicinity: Math.log1p(vicinity),
    };
  }

  /** Belief in other places nearby. */
  private neighbours(folded: string, id: number): { near: number; vicinity: number } {
    const { gazetteer } = this;
    let near = 0;
    let vicinity = 0;
    if (!isPoint(gazetteer, id)) return { near, vicinity };
    const latitude = gazetteer.latitude(id);
    const longitude = gazetteer.longitude(id);
    const shrink = Math.cos((latitude * Math.PI) / 180);
    for (const anchor of this.anchors) {
      if (anchor.folded === folded) continue;
      const north = (anchor.latitude - latitude) * KM_PER_DEGREE;
      // Most are another country's.
      if (north > VICINITY || north < -VICINITY) continue;
      const east = (anchor.longitude - longitude) * shrink * KM_PER_DEGREE;
      const km = Math.hypot(north, east);
      if (km < NEAR) near += anchor.mass;
      if (km < VICINITY) vicinity += anchor.mass;
    }
    return { near, vicinity };
  }

  private grow(part: Part, id: number, belief: number): void {
    const { gazetteer } = this;
    part.mass += belief;
    add(part.countries, gazetteer.country(id), belief);
    add(part.divisions, gazetteer.admin1(id), belief);
    add(part.counties, gazetteer.admin2(id), belief);
    const kind = gazetteer.kind(id);
    if (kind === 'admin1') add(part.named, gazetteer.admin1(id), belief);
    if (kind === 'country') add(part.nations, gazetteer.country(id), belief);
  }
}

/** Towns and counties lie somewhere; states and countries only contain. */
function isPoint(gazetteer: Gazetteer, id: number): boolean {
  const kind = gazetteer.kind(id);
  return kind === 'city' || kind === 'admin2';
}

const emptyPart = (): Part => ({
  mass: 0,
  countries: new Map(),
  divisions: new Map(),
  counties: new Map(),
  named: new Map(),
  nations: new Map(),
  supports: new Map(),
});

const add = (shares: Shares, key: number, belief: number) => {
  if (key !== 0) shares.set(key, (shares.get(key) ?? 0) + belief);
};
