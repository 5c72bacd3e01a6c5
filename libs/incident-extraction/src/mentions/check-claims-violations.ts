import {
  ACLED_SUB_EVENTS,
  type Article,
  articleText,
  type CasualtyFigure,
  type Claim,
  type Mention,
} from '@tocsin/contracts';

/** What holds of the mentions of one article whatever its text, beyond what the contract's schema says. */
const RULES: readonly ((
  mention: Mention,
  article: Article,
  all: readonly Mention[],
) => string[])[] = [quotes, indexes, finiteNumbers, names, figures, order, coordinates, types];

/**
 * Every breach of what a mention promises: quotes that stand in the text, outside of captions; indexes
 * of claims that are there; ids that are unique and lead somewhere; low ≤ best ≤ high; start ≤ end; both
 * coordinates or none; a sub-event type of its event type; no NaN. Each breach names mention and rule.
 */
export function violationsOf(article: Article, mentions: readonly Mention[]): string[] {
  return mentions.flatMap((mention) =>
    RULES.flatMap((rule) => rule(mention, article, mentions)).map(
      (breach) => `${mention.mentionId}: ${breach}`,
    ),
  );
}

function quotes({ claims, summary }: Mention, article: Article): string[] {
  const text = articleText(article);
  const wrong = claims.flatMap((claim, i) => {
    const told = quoteBreach(claim, text) ?? partBreach(claim, article);
    return told === null ? [] : [`claim ${i} (${claim.field}) ${told}`];
  });
  if (claims.length === 0) wrong.push('has no claims');
  return text.includes(summary) ? wrong : [...wrong, 'its summary is no part of the text'];
}

function quoteBreach({ quote, start, end }: Claim, text: string): string | null {
  if (start >= end) return 'has an empty quote';
  return text.slice(start, end) === quote ? null : 'quotes what is not at its offsets';
}

/** Captions are read by nobody; a claim says rightly whether it is of the title or the body. */
function partBreach({ part, start, end }: Claim, { title, paragraphs }: Article): string | null {
  const bodyEnd = [title, ...paragraphs].join('\n\n').length;
  if (part === 'caption' || end > bodyEnd) return 'is of a caption';
  const ofTitle = start < title.length;
  return ofTitle === (part === 'title') ? null : `is not of the ${part}`;
}

function indexes(mention: Mention): string[] {
  const breaches: string[] = [];
  visit(mention, (value, key) => {
    if (key !== 'claims' || !Array.isArray(value) || value === mention.claims) return;
    for (const index of value as unknown[]) {
      const there = typeof index === 'number' && mention.claims[index] !== undefined;
      if (!there) breaches.push(`refers to claim ${String(index)}, which is not there`);
    }
  });
  return breaches;
}

function finiteNumbers(mention: Mention): string[] {
  const breaches: string[] = [];
  visit(mention, (value, key) => {
    if (value === undefined) breaches.push(`${key} is undefined`);
    if (typeof value === 'number' && !Number.isFinite(value)) breaches.push(`${key} is ${value}`);
  });
  return breaches;
}

function names(mention: Mention, article: Article, all: readonly Mention[]): string[] {
  const breaches: string[] = [];
  const ids = all.map(({ mentionId }) => mentionId);
  const { mentionId, partOf, aggregate } = mention;
  if (ids.filter((id) => id === mentionId).length > 1) breaches.push('its id is not unique');
  if (!mentionId.startsWith(`${article.articleId}:${article.version}:`)) {
    breaches.push('its id is not of this article version');
  }
  const others = [...(partOf === null ? [] : [partOf])].concat(
    aggregate?.includes.map((each) => each.mentionId) ?? [],
  );
  for (const other of others) {
    if (other === mentionId || !ids.includes(other)) breaches.push(`refers to ${other}`);
  }
  if ((mention.kind === 'aggregate') !== (aggregate !== undefined)) {
    breaches.push(`is of kind ${mention.kind} ${aggregate ? 'with' : 'without'} an aggregate`);
  }
  return breaches;
}

function figures({ casualties }: Mention): string[] {
  return Object.entries(casualties).flatMap(([kind, figure]) => {
    if (figure === null || typeof figure !== 'object') return [];
    const { low, best, high } = figure as CasualtyFigure;
    const given = [low, best, high].filter((each) => each !== null);
    const rising = given.every((each, i) => i === 0 || given[i - 1]! <= each);
    return rising ? [] : [`${kind} is not low ≤ best ≤ high`];
  });
}

/** Days compare as text; the time of day may be on one side only. */
function order({ when: { start, end } }: Mention): string[] {
  if (start === null || end === null) return [];
  return start.slice(0, 10) <= end.slice(0, 10) ? [] : [`begins ${start}, after its end ${end}`];
}

function coordinates({ where }: Mention): string[] {
  return (where.latitude === null) === (where.longitude === null) ? [] : ['has half a coordinate'];
}

function types({ what: { acledEventType, acledSubEventType } }: Mention): string[] {
  const right =
    acledSubEventType === null || ACLED_SUB_EVENTS[acledSubEventType] === acledEventType;
  return right ? [] : [`${acledSubEventType} is not of ${acledEventType}`];
}

/** Every value below a value, with its key. */
function visit(value: unknown, told: (value: unknown, key: string) => void): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    told(item, key);
    visit(item, told);
  }
}
