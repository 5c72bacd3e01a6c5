import type { Mention } from '@tocsin/contracts';
import { keywordsOf, linkIncidents, dayOf as dayNumber, type LinkableMention } from '@tocsin/dedup';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';
import type { Prediction, SetAdapter } from '../set-adapter.js';
import { textArticle } from './text-article.js';

/** News of gun violence → date, place, killed, injured of the incident that each tells of. */
export const gva: SetAdapter = {
  set: 'gva',
  opened: true,
  scorers: [
    { scorer: 'gva' },
    { scorer: 'gva', args: ['--clean'] },
    { scorer: 'cluster', args: ['--set', 'gva'] },
  ],
  async *predict(cases) {
    const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
    const answers: { readonly prediction: Prediction; readonly own: readonly string[] }[] = [];
    const linkables: LinkableMention[] = [];
    for await (const { id, input } of cases) {
      const { title, text, publish_date: publishedAt } = input as Record<string, string>;
      const article = textArticle({
        id,
        title: title ?? '',
        text: text ?? '',
        publishedAt: publishedAt ?? null,
      });
      const mentions = extractor.extract(article);
      answers.push({
        prediction: toGva(id, mentions, publishedAt ?? null),
        own: shootings(mentions).map(({ mentionId }) => mentionId),
      });
      const keywords = keywordsOf(article, mentions);
      const articleDay = dayNumber(publishedAt ?? null) ?? 0;
      for (const mention of mentions)
        linkables.push({
          articleId: id,
          articleDay,
          keywords,
          // Links don't look at claims, and all articles' together are large.
          mention: { ...mention, claims: [] },
        });
    }
    const incidents = linkIncidents(linkables);
    const articles = Map.groupBy(linkables, ({ mention }) => incidents.get(mention.mentionId));
    for (const { prediction, own } of answers) {
      // An article that tells of several is about the one that most others tell of.
      const [cluster = prediction['id']] = own
        .flatMap((id) => incidents.get(id) ?? [])
        .sort((a, b) => (articles.get(b)?.length ?? 0) - (articles.get(a)?.length ?? 0));
      yield { ...prediction, cluster };
    }
  },
};

/** The set is of shootings only: its incident is the likeliest shooting, its unknowns are zeros. */
export function toGva(
  id: string,
  mentions: readonly Mention[],
  publishedAt: string | null,
): Prediction {
  const incidents = bySalience(mentions);
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

/** What an article tells of shootings, the likeliest first; arrests for them are not the same incident. */
function shootings(mentions: readonly Mention[]): Mention[] {
  const [main, ...others] = bySalience(mentions);
  return [
    ...(main ? [main] : []),
    ...others.filter(
      ({ what }) => what.modes.includes('firearms') || what.acledSubEventType === 'Attack',
    ),
  ];
}

/** The shooting that an article is of. */
export const mainMention = (mentions: readonly Mention[]): Mention | undefined =>
  bySalience(mentions)[0];

const bySalience = (mentions: readonly Mention[]): Mention[] =>
  mentions
    .filter((mention) => mention.kind === 'incident')
    .sort((a, b) => salience(b) - salience(a));

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
