import { type Article, articleText, type Mention } from '@tocsin/contracts';
import { countryOfUrl, type Geoparser, type Toponym } from '@tocsin/geocoding';
import { passesGate } from './gate.js';
import { aggregateMention } from './mentions/aggregates.js';
import { assemble } from './mentions/assemble.js';
import { backgroundOf } from './mentions/background/background.js';
import { checkClaims } from './mentions/check-claims.js';
import { isNationwide } from './mentions/apart.js';
import type { Draft } from './mentions/draft.js';
import { extentOf } from './mentions/choose-time.js';
import { chooseTypes } from './mentions/choose-type.js';
import { isBrief, largerDraft } from './mentions/fallbacks.js';
import { readSituated } from './mentions/situate.js';
import { solvedBy } from './mentions/solved.js';
import { NameBook } from './parties/name-book.js';
import { OrganisationBook } from './parties/organisation-book.js';
import { type Document, readDocument } from './text/document.js';

/** Grows with every change that can change a mention; part of every mention's id. */
export const EXTRACTOR_VERSION = 'en-rules-17';

/** From one article version to its mentions. Pure and deterministic: same article, same mentions. */
export interface IncidentExtractor {
  readonly version: string;
  /** Claims that the last guard refused since this extractor was made; more than 0 is a defect. */
  readonly droppedClaims: number;
  extract(article: Article): Mention[];
}

export interface IncidentExtractorOptions {
  /** Finds and resolves place names; without one mentions have no place. */
  readonly geoparser?: Geoparser;
}

/** Builds the extractor; the lexicons are loaded once per process. */
export function createIncidentExtractor(options: IncidentExtractorOptions = {}): IncidentExtractor {
  let droppedClaims = 0;
  return {
    version: EXTRACTOR_VERSION,
    get droppedClaims() {
      return droppedClaims;
    },
    extract(article) {
      if (article.language !== null && article.language !== 'en') return [];
      // Before anything is made of the text: most articles end here.
      if (!passesGate(articleText(article))) return [];
      const document = readDocument(article);
      const toponyms = (): Toponym[] =>
        options.geoparser?.toponyms(document.text, { countryIso3: countryOfUrl(article.url) }) ??
        [];
      const id = (position: number): string =>
        `${article.articleId}:${article.version}:${EXTRACTOR_VERSION}:${position}`;
      return mentionsOf(document, toponyms, id).map((mention) => {
        const checked = checkClaims(mention, document.text);
        droppedClaims += checked.dropped;
        return checked.mention;
      });
    },
  };
}

/** What an undated draft lies within: the happening that it is part of, and the unrest all over the country. */
function holders(draft: Draft, within: Draft | null, kept: readonly Draft[]): Draft[] {
  const protest = (within ?? draft).eventClass === 'protest';
  const unrest = protest ? kept.filter((other) => other !== draft && isNationwide(other)) : [];
  return [...(within ? [within] : []), ...unrest];
}

function mentionsOf(
  document: Document,
  toponymsOf: () => readonly Toponym[],
  id: (position: number) => string,
): Mention[] {
  const { story, outlook, happened: first, verbal } = readSituated(document, toponymsOf);
  const { all, places, totals } = story;
  const happened = first.map(({ draft }) => draft);
  const situated = [...first, ...verbal];
  const kept = situated.map(({ draft }) => draft);
  if (kept.length + totals.length === 0) return [];
  const types = chooseTypes(document, kept, isBrief(document));
  const timed = situated.map(({ draft, time: own }) => {
    const within = largerDraft(draft, kept);
    const time =
      own ??
      holders(draft, within, kept)
        .map((holder) => extentOf(document, holder, happened, all))
        .find((extent) => extent !== null) ??
      null;
    return { within, time, background: backgroundOf(outlook, draft, time) !== null };
  });
  const parties = {
    names: NameBook.read(all, new Set(places.map(({ words }) => words.toLowerCase()))),
    organisations: OrganisationBook.read(document.sentences.map(({ tokens }) => tokens)),
    solved: solvedBy(kept.filter((_, i) => !timed[i]!.background)),
  };
  const mentions = situated.map(({ draft, place }, position) => {
    const { within, time, background } = timed[position]!;
    const type = types[position]!;
    const partOf = within ? id(kept.indexOf(within)) : null;
    const fallbacks = { time, partOf, place, type, parties, background };
    return assemble(document, draft, fallbacks, id(position));
  });
  const aggregates = totals.map((reading, i) =>
    aggregateMention(document, reading, id(kept.length + i), mentions),
  );
  return [...mentions, ...aggregates];
}
