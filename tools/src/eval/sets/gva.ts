import type { Mention } from '@tocsin/contracts';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import type { Prediction, SetAdapter } from '../set-adapter.js';
import { textArticle } from './text-article.js';

/** News of gun violence → date, place, killed, injured of the incident that each tells of. */
export const gva: SetAdapter = {
  set: 'gva',
  scorers: [{ scorer: 'gva' }, { scorer: 'gva', args: ['--clean'] }],
  async *predict(cases) {
    const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
    for await (const { id, input } of cases) {
      const { title, text, publish_date: publishedAt } = input as Record<string, string>;
      const article = textArticle({
        id,
        title: title ?? '',
        text: text ?? '',
        publishedAt: publishedAt ?? null,
      });
      yield toGva(id, extractor.extract(article), publishedAt ?? null);
    }
  },
};

/** The set is of shootings only: its incident is the likeliest shooting, its unknowns are zeros. */
export function toGva(
  id: string,
  mentions: readonly Mention[],
  publishedAt: string | null,
): Prediction {
  const incidents = mentions
    .filter((mention) => mention.kind === 'incident')
    .sort((a, b) => salience(b) - salience(a));
  const [main] = incidents;
  const eve = publishedAt ? dayBefore(publishedAt) : null;
  if (!main) return { id, incidents: [{ date: eve, killed: 0, injured: 0 }] };
  const { casualties } = main;
  // An article of the set is of one incident: where its main mention is placed nowhere, another's place is its.
  const placed = main.where.latitude !== null ? main : incidents.find(isPlaced);
  const { where } = placed ?? main;
  const incident = {
    date: dayOf(main, eve),
    state: where.admin1,
    city: where.place,
    lat: where.latitude,
    lon: where.longitude,
    killed: casualties.killed?.best ?? casualties.killed?.low ?? 0,
    injured: casualties.injured?.best ?? casualties.injured?.low ?? 0,
  };
  return { id, incidents: [incident] };
}

const isPlaced = ({ where }: Mention): boolean => where.latitude !== null;

/** Of a stretch of days, the one nearest to the eve of publication. */
function dayOf({ when }: Mention, eve: string | null): string | null {
  const [start, end] = [when.start?.slice(0, 10), when.end?.slice(0, 10)];
  if (!start || !end || !eve || start === end) return start ?? eve;
  return eve < start ? start : eve > end ? end : eve;
}

/** Undated news is mostly of the day before it. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(day.slice(0, 10)) - 86_400_000).toISOString().slice(0, 10);

function salience({ what, confidence, casualties, background }: Mention): number {
  // The archive keeps shootings that no one meant, too.
  const shot = what.modes.includes('firearms') || what.hazardType?.endsWith('accidental shooting');
  const shooting = shot ? 1 : 0;
  const harmed = casualties.killed || casualties.injured ? 1 : 0;
  const arrest = what.acledSubEventType === 'Arrests' ? -2 : 0;
  return confidence + shooting + harmed + arrest - (background ? 0.8 : 0);
}
