import { inert, table } from '../io/print.js';
import { durationText } from './duration.js';
import type { FeedDetail, FeedProbe, FeedView } from './model.js';

/** Digits of an id that people are shown; a unique beginning is enough to name a feed. */
const SHOWN_DIGITS = 12;
const MAX_TITLE_CHARS = 50;

const short = (text: string): string =>
  text.length > MAX_TITLE_CHARS ? `${text.slice(0, MAX_TITLE_CHARS - 1)}…` : text;

/** To the minute; `-` for never. */
const at = (time: string | null): string =>
  time === null ? '-' : time.slice(0, 16).replace('T', ' ');

/** Feeds below each other, for people. */
export function feedsTable(feeds: readonly FeedView[]): string {
  return table([
    ['id', 'state', 'kind', 'prio', 'every', 'last new', 'fails', 'url', 'title'],
    ...feeds.map((feed) => [
      feed.id.slice(0, SHOWN_DIGITS),
      feed.state,
      feed.kind ?? '-',
      String(feed.priority),
      durationText(feed.intervalMs),
      at(feed.changedAt),
      String(feed.failures),
      feed.url,
      short(feed.title ?? ''),
    ]),
  ]);
}

/** One feed's facts. */
function factsOf(feed: FeedView): [string, string][] {
  const { settings } = feed;
  const why = feed.intervalWhy === null ? '' : ` (${feed.intervalWhy})`;
  const facts: [string, string | null][] = [
    ['id', feed.id],
    ['url', feed.url],
    ['title', feed.title],
    ['kind', feed.kind],
    ['state', feed.stateReason === null ? feed.state : `${feed.state}: ${feed.stateReason}`],
    ['priority', String(feed.priority)],
    ['tags', feed.tags.join(', ') || null],
    ['settings', Object.keys(settings).length === 0 ? null : JSON.stringify(settings)],
    ['every', `${durationText(feed.intervalMs)}${why}`],
    ['next poll', at(feed.nextPollAt)],
    ['last poll', feed.polledAt === null ? null : `${at(feed.polledAt)} ${feed.code ?? ''}`],
    ['reason', feed.reason],
    ['moved from', feed.movedFrom],
    ['added', at(feed.addedAt)],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

/** A feed, why it is quiet, and its last polls. */
export function detailText({ feed, outcomes, quiet, urls, ends }: FeedDetail): string {
  const since = quiet.since === null ? 'ever' : `since ${at(quiet.since)}`;
  const facts = [
    ...factsOf(feed),
    ['nothing new', `${since}: ${quiet.why}`] as [string, string],
    [
      'pages',
      Object.entries(urls)
        .map(([state, count]) => `${count} ${state}`)
        .join(', '),
    ] as [string, string],
    ...ends.map(({ code, urls }) => ['', `${urls} ${code}`] as [string, string]),
  ];
  const polls = outcomes.map((poll) => [
    at(poll.at),
    poll.status === null ? '-' : String(poll.status),
    poll.code,
    `${poll.items} items`,
    `${poll.fresh} new`,
    `${poll.tookMs} ms`,
    poll.reason ?? '',
  ]);
  return [table(facts), ...(polls.length > 0 ? [table(polls)] : [])].join('\n\n');
}

/** What a probe found: what it is, whether it may be fetched, and what is in it. */
export function probeText(probe: FeedProbe): string {
  const facts: [string, string | null][] = [
    [
      'url',
      probe.finalUrl !== null && probe.finalUrl !== probe.url
        ? `${probe.url} → ${probe.finalUrl}`
        : probe.url,
    ],
    [
      'answer',
      probe.status === 'fetched' && probe.code === 'OK'
        ? null
        : `${probe.status}: ${probe.code}: ${probe.reason ?? ''}`,
    ],
    ['kind', probe.kind],
    ['title', probe.title],
    ['site', probe.siteUrl],
    ['robots', robotsText(probe.robots)],
    ['items', probe.kind === null ? null : String(probe.itemCount)],
  ];
  const items = probe.items.map(({ publishedAt, url, title }) => [
    at(publishedAt),
    url,
    short(title ?? ''),
  ]);
  return [
    table(facts.filter((fact): fact is [string, string] => fact[1] !== null)),
    ...(items.length > 0 ? [table(items)] : []),
    ...(probe.candidates.length > 0 ? [candidatesText(probe)] : []),
  ].join('\n\n');
}

function robotsText(robots: FeedProbe['robots']): string | null {
  if (robots === null) return null;
  const delay = robots.crawlDelaySeconds === null ? '' : `, ${robots.crawlDelaySeconds} s apart`;
  return `${robots.allowed ? 'allowed' : 'forbidden'}${delay} (${robots.reason})`;
}

const candidatesText = ({ candidates }: FeedProbe): string =>
  table([
    ['found by', 'kind', 'url', 'title'],
    ...candidates.map(({ by, kind, url, title }) => [by, kind ?? '-', url, short(title ?? '')]),
  ]);

/** A feed in one line, as the answer to a command that changed it. */
export const feedLine = (feed: FeedView): string =>
  inert(`${feed.id.slice(0, SHOWN_DIGITS)} ${feed.state} ${feed.url}`);
