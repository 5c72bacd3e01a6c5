import type { CasualtyFigure, Incident } from '@tocsin/contracts';

/**
 * An incident of which nothing is left but that it was there: no name, no quote, no sentence, no source. Its id, kind,
 * day, place and figures stay, so that who has it can see what became of it.
 */
export function cleanse(incident: Incident): Incident {
  const { what, where, when, casualties } = incident;
  const figures = Object.entries(casualties).map(([name, figure]) => [
    name,
    typeof figure === 'object' && figure !== null ? bareFigure(figure) : figure,
  ]);
  return {
    ...incident,
    revision: incident.revision + 1,
    conflicts: [],
    summary: '',
    what: { ...what, instruments: [] },
    when: { ...when, words: null, claims: [] },
    where: { ...where, claims: [] },
    actors: [],
    victims: [],
    targets: [],
    casualties: Object.fromEntries(figures) as Incident['casualties'],
    claims: [],
    articleCount: 0,
    independentSourceCount: 0,
    sources: [],
    traceparent: null,
  };
}

/** Numbers without the words in which they were told. */
const bareFigure = ({ words: _, ...figure }: CasualtyFigure): CasualtyFigure => ({
  ...figure,
  claims: [],
});
