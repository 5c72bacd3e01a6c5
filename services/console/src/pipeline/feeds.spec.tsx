import type { FeedSummary } from '@tocsin/contracts';
import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { FeedTable } from './feeds.js';

const feed = (overrides: Partial<FeedSummary> = {}): FeedSummary => ({
  id: 'f1',
  url: 'https://news.example/feed.xml',
  title: 'News',
  kind: 'rss',
  state: 'active',
  stateReason: null,
  polledAt: null,
  nextPollAt: '2022-01-06T18:00:00Z',
  changedAt: null,
  failures: 0,
  code: 'OK',
  reason: null,
  ...overrides,
});
const markup = (...feeds: FeedSummary[]) => renderToStaticMarkup(<FeedTable feeds={feeds} />);

describe('the feeds', () => {
  it('say when they were asked and when they had news', () => {
    const polledAt = new Date(Date.now() - 3 * 60_000).toISOString();
    expect(markup(feed({ polledAt }))).toMatch(/News<\/a>.*active.*3 min ago.*never/);
  });

  it('say why they are quiet', () => {
    const quiet = feed({ state: 'parked', stateReason: 'gone for 30 days', failures: 4 });
    expect(markup(quiet)).toMatch(/state failing.*parked.*gone for 30 days/);
  });

  it('are nothing but letters, whatever they call themselves', () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const html = markup(feed({ title: hostile, url: 'javascript:alert(1)', reason: hostile }));
    expect(html).not.toContain('<img');
    expect(html).not.toContain('href');
  });
});
