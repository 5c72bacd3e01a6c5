import { Box } from './box.js';
import type { PlaceRow } from './gazetteer-builder.js';
import type { Aliases, Town } from './gazetteer-sources.js';
import type { Point } from './us-areas.js';

/** First- and second-order divisions, gathered from the towns that lie in them. */
export class Divisions {
  private readonly byCode = new Map<string, { row: PlaceRow; box: Box }>();

  /** @param areas middles of the United States' divisions, by name and by "state/code" */
  constructor(
    private readonly aliases: Pick<Aliases, 'divisionAliases' | 'divisionPoints'>,
    private readonly areas: ReadonlyMap<string, Point>,
  ) {}

  add({ cca2, code1, code2 }: Pick<Town, 'cca2' | 'code1' | 'code2'>, town: PlaceRow): void {
    const { admin1, admin2 } = town;
    const country = cca2 === 'US' ? this.areas : undefined;
    if (admin1) {
      const names = this.aliases.divisionAliases[cca2] ?? {};
      const abbreviations = cca2 === 'US' ? [code1, ...(names[code1] ?? [])] : names[admin1];
      const alternates = [...(abbreviations ?? []), ...shorterDivision(admin1)];
      const point = country?.get(admin1) ?? this.aliases.divisionPoints[cca2]?.[admin1];
      const row = { name: admin1, kind: 'admin1', alternates, admin2: null } as const;
      this.grow(`${cca2}.${code1}`, { ...row, alternates }, point, town);
    }
    if (admin2) {
      const row = {
        name: admin2,
        kind: 'admin2',
        alternates: shorterCounty(admin2),
        admin2,
      } as const;
      const point = country?.get(`${admin1}/${code2}`);
      this.grow(`${cca2}.${code1}.${code2}`, row, point, town);
    }
  }

  /** Where no outline is known a division's place is the middle of the box that its towns span. */
  *rows(): Generator<PlaceRow> {
    for (const { row, box } of this.byCode.values()) yield { ...box.middle(), ...row };
  }

  private grow(
    code: string,
    own: Pick<PlaceRow, 'name' | 'kind' | 'alternates' | 'admin2'>,
    point: Point | undefined,
    town: PlaceRow,
  ): void {
    const known = this.byCode.get(code) ?? {
      row: {
        ...own,
        country: town.country,
        admin1: town.admin1,
        geonameId: 0,
        population: 0,
        ...(point && { latitude: point[0], longitude: point[1] }),
      } as PlaceRow,
      box: new Box(),
    };
    known.box.add(town.latitude ?? 0, town.longitude ?? 0);
    known.row.population += town.population;
    this.byCode.set(code, known);
  }
}

/** "Almaty Oblysy" and "Zamora Province" are also called by their first words. */
function shorterDivision(name: string): string[] {
  const short = name.replace(
    /\s+(Province|Region|State|Oblast['’]?|Oblysy|Governorate|District|County|Department|Prefecture|Voivodeship|Republic)$/i,
    '',
  );
  return short === name ? [] : [short];
}

/** Second-order divisions outside America stand without their kind: "Afrin District", "Kent". */
function shorterCounty(name: string): string[] {
  const short = name.replace(/\s+(District|Province|Regency)$/i, '');
  return short === name ? [] : [short];
}
