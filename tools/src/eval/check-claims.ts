import { type Article, Mention } from '@tocsin/contracts';
import { createGeoparser } from '@tocsin/geocoding';
import { createIncidentExtractor, violationsOf } from '@tocsin/incident-extraction';
import { Value } from 'typebox/value';

/** What the check of one set found. */
export interface ClaimsCheck {
  readonly set: string;
  readonly texts: number;
  readonly mentions: number;
  readonly claims: number;
  /** Each with the mention and the rule. */
  readonly violations: readonly string[];
}

/**
 * Holds every mention of every text to what a mention promises (`violationsOf`) and to the contract's
 * schema, makes each twice, and counts claims that the extractor's own last guard had to drop.
 */
export async function checkClaims(
  set: string,
  articles: AsyncIterable<Article>,
): Promise<ClaimsCheck> {
  const geoparser = createGeoparser();
  const extractor = createIncidentExtractor({ geoparser });
  const again = createIncidentExtractor({ geoparser });
  const violations: string[] = [];
  let [texts, mentions, claims] = [0, 0, 0];
  for await (const article of articles) {
    const found = extractor.extract(article);
    texts++;
    mentions += found.length;
    claims += found.reduce((sum, mention) => sum + mention.claims.length, 0);
    violations.push(...violationsOf(article, found), ...found.flatMap(schemaBreaches));
    if (JSON.stringify(again.extract(article)) !== JSON.stringify(found)) {
      violations.push(`${article.articleId}: another run gives another result`);
    }
  }
  for (let i = 0; i < extractor.droppedClaims; i++) violations.push('a claim was dropped');
  return { set, texts, mentions, claims, violations };
}

function schemaBreaches(mention: Mention): string[] {
  return [...Value.Errors(Mention, mention)].map(
    ({ instancePath, message }) => `${mention.mentionId}: ${instancePath} ${message}`,
  );
}

/** Violations that are written out; the rest is counted. */
const SHOWN = 20;

/** For people: a line a set, then the first violations. */
export function claimsText(checks: readonly ClaimsCheck[]): string {
  const lines = checks.map(
    ({ set, texts, mentions, claims, violations }) =>
      `${set}: texts ${texts}, mentions ${mentions}, claims ${claims}, violations ${violations.length}`,
  );
  const all = checks.flatMap(({ set, violations }) => violations.map((each) => `  ${set} ${each}`));
  const rest = all.length > SHOWN ? [`  and ${all.length - SHOWN} more`] : [];
  return [...lines, ...all.slice(0, SHOWN), ...rest, ''].join('\n');
}
