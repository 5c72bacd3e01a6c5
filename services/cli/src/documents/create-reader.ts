import { articleText, type Article, type Mention } from '@tocsin/contracts';
import { countryOfUrl, createGeoparser, type Geoparser, type Toponym } from '@tocsin/geocoding';
import { createIncidentExtractor } from '@tocsin/incident-extraction';

/** What one article says. */
export interface Reading {
  /** All mentions: `kind`, `realis` and `background` say which of them are news of something done. */
  readonly incidents: readonly Mention[];
  /** Offsets are those of `articleText(article)`. */
  readonly toponyms: readonly Toponym[];
}

/** Loads gazetteer and lexicons, about a second, and reads articles with them. */
export function createReader(): (article: Article) => Reading {
  const geoparser = rememberingLast(createGeoparser());
  const extractor = createIncidentExtractor({ geoparser });
  return (article) => ({
    incidents: extractor.extract(article),
    toponyms: geoparser.toponyms(articleText(article), {
      countryIso3: countryOfUrl(article.url),
    }),
  });
}

/** The extractor asks for the text's places, and then we do: they are looked up once. */
function rememberingLast(geoparser: Geoparser): Geoparser {
  let last: { text: string; toponyms: Toponym[] } | null = null;
  return {
    toponyms(text, hints) {
      if (last?.text !== text) last = { text, toponyms: geoparser.toponyms(text, hints) };
      return last.toponyms;
    },
  };
}
