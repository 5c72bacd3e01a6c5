import { articleText, CASUALTY_KINDS, type CasualtyFigure, type Mention } from '@tocsin/contracts';
import type { Candidate } from './draw.js';
import { EMPTY_SHEET } from './verdict.js';

/** A case as a reader judges it: the mention's fields, the article with its claims marked, the sheet. */
export function caseFile({ set, article, mention, all }: Candidate): string {
  const others = all.filter((each) => each !== mention);
  return [
    `# ${set}: ${mention.mentionId}`,
    '',
    `Published ${article.publishedAt ?? 'on an unknown day'}. ${article.url}`.trimEnd(),
    '',
    '| field | value | claims |',
    '| --- | --- | --- |',
    ...rowsOf(mention).map((row) => `| ${row.map(cell).join(' | ')} |`),
    '',
    '| claim | field | value | who says so | hedge | quote |',
    '| --- | --- | --- | --- | --- | --- |',
    ...mention.claims.map((claim, i) => {
      const who = claim.attribution.map((each) => `${each.name ?? 'unnamed'} (${each.class})`);
      const row = [i, claim.field, claim.value, who.join(' ← '), claim.hedge, claim.quote];
      return `| ${row.map(cell).join(' | ')} |`;
    }),
    '',
    '## Article',
    '',
    markClaims(articleText(article), mention),
    '',
    ...(others.length === 0 ? [] : ['## What else was found in it', '']),
    ...others.map(
      (each) =>
        `- ${each.kind}, ${each.realis}${each.background ? ', background' : ''}: ${typeOf(each)} – ${cell(each.summary)}`,
    ),
    ...(others.length === 0 ? [] : ['']),
    EMPTY_SHEET,
  ].join('\n');
}

type Row = readonly [string, string, string];

function rowsOf(mention: Mention): Row[] {
  const { what, when, where, casualties } = mention;
  const figures = [...CASUALTY_KINDS, 'perpetratorsKilled' as const].flatMap((kind) => {
    const figure = casualties[kind];
    return figure === null ? [] : [[kind, figureOf(figure), list(figure.claims)] as const];
  });
  const said = [what.ploverType, ...what.modes].filter((each) => each !== null).join(' ');
  return [
    ['type', `${what.family}: ${typeOf(mention)}; ${said}`, ''],
    ['instruments', what.instruments.map((each) => each.words).join(', '), ''],
    ['realis', mention.realis + (mention.partOf ? `, part of ${mention.partOf}` : ''), ''],
    [
      'when',
      `${when.start ?? '?'} to ${when.end ?? '?'}, precision ${when.timePrecision ?? '–'}/${when.datePrecision ?? '–'}`,
      list(when.claims),
    ],
    [
      'where',
      `${[where.place, where.admin2, where.admin1, where.countryIso3].filter((each) => each !== null).join(', ')} (${where.latitude ?? '–'}, ${where.longitude ?? '–'}), precision ${where.geoPrecision ?? '–'}/${where.wherePrecision ?? '–'}`,
      list(where.claims),
    ],
    ...figures,
    ...mention.actors.map((actor): Row => [
      'actor',
      `${actor.role}: ${actor.words} [${[actor.organisationClass, actor.sector, actor.responsibility].filter(Boolean).join(', ')}]`,
      list(actor.claims),
    ]),
    ...mention.victims.map((victim): Row => [
      'victim',
      `${victim.words} [${[victim.type, victim.number, victim.effect].filter((each) => each !== undefined).join(', ')}]`,
      list(victim.claims),
    ]),
    ...mention.targets.map((target): Row => [
      'target',
      `${target.words} [${[target.type, target.effect].filter(Boolean).join(', ')}]`,
      list(target.claims),
    ]),
    ['summary', mention.summary, ''],
  ];
}

const typeOf = ({ what }: Mention): string =>
  what.hazardType ?? `${what.acledEventType ?? '?'} › ${what.acledSubEventType ?? '?'}`;

const figureOf = ({ low, best, high, basis, words }: CasualtyFigure): string =>
  `${low ?? 'null'} / ${best ?? 'null'} / ${high ?? 'null'} (${basis}${words ? `: ${words}` : ''})`;

const list = (claims: readonly number[]): string => claims.join(' ');

/** A value that cannot break its table. */
const cell = (value: string | number | null): string =>
  String(value ?? '')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|');

/**
 * The text with each claim's quote in `⟦ ⟧` and its number behind: quotes may overlap, so each end says
 * whose it is.
 */
export function markClaims(text: string, { claims }: Pick<Mention, 'claims'>): string {
  const marks = claims
    .flatMap(({ start, end }, i) => [
      { at: start, mark: '⟦', order: 1 },
      { at: end, mark: `⟧${i}`, order: 0 },
    ])
    .sort((a, b) => a.at - b.at || a.order - b.order);
  const parts: string[] = [];
  let from = 0;
  for (const { at, mark } of marks) {
    parts.push(text.slice(from, at), mark);
    from = at;
  }
  return [...parts, text.slice(from)].join('');
}
