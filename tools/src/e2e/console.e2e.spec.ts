import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Incident } from '@tocsin/contracts';
import type { Page } from 'playwright-core';
import { makeCorpus } from '../corpus/corpus.js';
import { getJson } from '../start/http-json.js';
import { ConsoleVisit, drawnOnMap, overflows, rows } from './console-visit.js';
import { describeErasure } from './erase-line.js';
import { HOSTILE_TEXTS, hostileArticles } from './hostile-articles.js';
import { startOwnLine, type OwnLine } from './own-line.js';

const LIMIT_MS = 60_000;
const FIRST_PAINT_MS = 1_000;
/** Looks at most, some seconds apart under load. */
const PAINT_TURNS = 15;
/** Run in the page, whose globals this side does not have. */
const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity`;
/** Ways to make markup or script of text: none may work. */
const ATTEMPTS = `[
  () => document.body.insertAdjacentHTML('beforeend', '<i>x</i>'),
  () => new Worker('/assets/other.js'),
  () => { document.createElement('script').text = 'window.__alarm = 1'; },
].map((attempt) => { try { attempt(); return 'done'; } catch { return 'refused'; } })`;
const INCIDENTS = /\/v1\/incidents\?/;
const problem = JSON.stringify({ code: 'ERR_DOWN', detail: 'The database is away.', status: 503 });
const PHONE = { viewport: { width: 390, height: 844 } };

let line: OwnLine;
let visit: ConsoleVisit;
let incidents: Incident[];
/** Two killed in the riots of Almaty: the seed article's main incident. */
let riot: Incident;

const pathOf = ({ incidentId }: Incident) => `/incidents/${incidentId}`;
const isPlaced = ({ where }: Incident) => where.latitude !== null;

async function until(what: () => Promise<boolean>, limitMs = LIMIT_MS): Promise<void> {
  const signal = AbortSignal.timeout(limitMs);
  while (!(await what())) await sleep(100, undefined, { signal });
}

/** Publishes articles and has the feed asked for them at once. */
async function publish(articles: Parameters<OwnLine['site']['publish']>[0]): Promise<void> {
  line.site.publish(articles);
  await line.api.pollFeeds();
}

beforeAll(async () => {
  line = await startOwnLine();
  await line.api.addFeed(line.site.feedUrl, 'live');
  await line.drained(line.site.articleCount);
  incidents = await line.api.incidents();
  const found = incidents.find(({ casualties }) => casualties.killed?.low === 2);
  expect({ found, among: incidents.map(({ summary }) => summary) }).toMatchObject({
    found: { where: { place: 'Almaty' } },
  });
  riot = found as Incident;
  visit = await ConsoleVisit.begin(line.api.storeUrl);
}, 180_000);
afterAll(async () => {
  await visit?.end();
  await line?.close();
}, 60_000);

describe('the page of all incidents', () => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.open('/');
    await page.locator('.row').first().waitFor();
  });
  afterAll(() => page.close());

  it('lists every incident of the API', async () => {
    expect((await rows(page)).sort()).toEqual(incidents.map(pathOf).sort());
  });

  it('draws on the map all that have a place', async () => {
    await until(async () => (await drawnOnMap(page)) === incidents.filter(isPlaced).length);
  });

  it('paints within a second', async () => {
    // Others may keep the machine busy: its best is what the page is judged by.
    let best = Infinity;
    for (let turn = 0; turn < PAINT_TURNS && best >= FIRST_PAINT_MS; turn++) {
      const fresh = await visit.open('/');
      await fresh.locator('.row').first().waitFor();
      best = Math.min(best, await fresh.evaluate(FIRST_PAINT));
      await fresh.context().close();
    }
    expect(best).toBeLessThan(FIRST_PAINT_MS);
  }, 120_000);

  it('can be walked and opened by keyboard', async () => {
    const [, second] = await rows(page);
    await page.locator('.row').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(({ pathname }) => pathname === second);
    await page.locator('h1').first().waitFor();
    await page.goBack();
    await page.locator('.row').first().waitFor();
  });

  it('keeps its filters in the address, over a reload and the way back', async () => {
    await page.getByRole('button', { name: 'Riots' }).click();
    await page.getByLabel('Country').selectOption('KAZ');
    await page.getByLabel('Killed at least').fill('2');
    await page.waitForURL(({ search }) => search === '?kind=riots&country=KAZ&killedMin=2');
    await until(async () => (await rows(page)).join() === pathOf(riot));
    await page.reload();
    await page.locator('.row').first().waitFor();
    expect(await rows(page)).toEqual([pathOf(riot)]);
    expect(await page.getByRole('button', { name: 'Riots' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(await page.getByLabel('Country').inputValue()).toBe('KAZ');
    await page.locator('.row').first().click();
    await page.locator('.fact').first().waitFor();
    await page.goBack();
    await page.locator('.row').first().waitFor();
    expect(await page.getByLabel('Killed at least').inputValue()).toBe('2');
  });

  it('says so when nothing fits, and leads back', async () => {
    await page.getByLabel('Words').fill('nosuchwordanywhere');
    await page.getByText('Nothing fits these filters').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await until(async () => (await rows(page)).length === incidents.length);
    expect(new URL(page.url()).search).toBe('');
  });
});

describe('while one looks', () => {
  it('an article is ingested and its incident appears in list and map without reload', async () => {
    const page = await visit.open('/');
    await page.locator('.row').first().waitFor();
    await until(async () => (await drawnOnMap(page)) !== null);
    const before = { rows: (await rows(page)).length, drawn: (await drawnOnMap(page)) ?? 0 };
    await page.evaluate('window.stayed = true');
    const { articles, incidents: facts } = makeCorpus(1, 7);
    await publish(articles);
    const town = facts[0]?.town as string;
    const fresh = page.locator('.row.fresh', { hasText: town }).first();
    await fresh.waitFor();
    expect(await fresh.textContent()).toContain(`${facts[0]?.killed}`);
    expect((await rows(page)).length).toBeGreaterThan(before.rows);
    await page.getByRole('button', { name: 'Show all' }).click();
    await until(async () => ((await drawnOnMap(page)) ?? 0) > before.drawn);
    expect(await page.evaluate('window.stayed')).toBe(true);
    await page.context().close();
  });

  it('a store that went away is said, and found again', async () => {
    const page = await visit.open('/pipeline', {}, 'unwatched');
    await page.getByText('articles stored').waitFor();
    const answer = { status: 503, contentType: 'application/problem+json', body: problem };
    await page.route(INCIDENTS, (route) => route.fulfill(answer));
    await page.getByRole('link', { name: 'Incidents' }).click();
    await page.getByText('The database is away.').waitFor();
    await page.unroute(INCIDENTS);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.row').first().waitFor();
    await page.context().close();
  });
});

describe('the page of one incident', () => {
  let page: Page;
  beforeAll(async () => {
    page = await visit.open(pathOf(riot));
    await page.locator('.fact').first().waitFor();
  });
  afterAll(() => page.context().close());

  it('tells what, where, when, who and how many', async () => {
    const headings = await page.locator('.facts h2').allTextContents();
    expect(headings).toEqual(expect.arrayContaining(['What', 'Where', 'When', 'How many']));
    expect(await page.locator('h1').textContent()).toMatch(/Violent demonstration.*Almaty/);
  });

  it('shows each quote in the article, in its words', async () => {
    const quotes = page.locator('.facts .quote');
    expect(await quotes.count()).toBeGreaterThan(3);
    for (const quote of await quotes.all()) {
      const words = (await quote.locator('q').textContent()) ?? '';
      await quote.click();
      await until(async () => (await page.locator('mark.chosen').count()) > 0);
      const marked = await page.locator('mark.chosen').allTextContents();
      expect(marked.join('')).toBe(words);
    }
    expect(await page.locator('.article').textContent()).toContain('beheaded');
  });

  it('names who says so, how firmly, and when', async () => {
    const killed = page.locator('.fact', { hasText: 'killed' }).locator('.says');
    const told = (await killed.allTextContents()).join(' ');
    expect(told).toMatch(/RIA \(media\) › .*officials \(government\)/);
    expect(told).toContain('reported');
    expect(told).toContain('6 Jan 2022');
  });

  it('has its history, from the first report on', async () => {
    expect(await page.locator('.history').textContent()).toMatch(/First report.*killed.*2\+/);
  });

  it("leads to its article's way through the line", async () => {
    await page.getByRole('link', { name: 'its way through the line' }).click();
    await page.locator('.waterfall').waitFor();
    expect(await page.locator('.waterfall th').allTextContents()).toEqual([
      'extract',
      'deduplicate',
      'store',
    ]);
    expect(await page.locator('td code').first().textContent()).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('articles that attack', () => {
  it('stay letters on every page', async () => {
    const attacks = hostileArticles();
    await publish(attacks);
    await line.drained(line.site.articleCount);
    const all = await line.api.incidents();
    const isAttack = ({ sources }: Incident) =>
      sources.some(({ title }) => /alarm|127\.0\.0\.2/.test(title));
    const attacked = all.filter(isAttack);
    expect(attacked.length).toBeGreaterThan(3);
    const page = await visit.open('/');
    await page.locator('.row').first().waitFor();
    await until(async () => (await drawnOnMap(page)) !== null);
    let letters = '';
    for (const incident of attacked) {
      await page.goto(visit.origin + pathOf(incident));
      await page.locator('.article h3').waitFor();
      letters += await page.locator('main').textContent();
      const quote = page.locator('.quote').first();
      if ((await quote.count()) > 0) await quote.click();
    }
    const articles = new Set(
      attacked.flatMap(({ sources }) => sources.map(({ articleId }) => articleId)),
    );
    for (const articleId of articles) {
      await page.goto(`${visit.origin}/articles/${articleId}`);
      await page.locator('.article h3').waitFor();
      letters += await page.locator('main').textContent();
    }
    const shown = HOSTILE_TEXTS.filter((text) => letters.includes(text));
    expect(shown.length).toBeGreaterThan(HOSTILE_TEXTS.length / 2);
    expect(await page.evaluate('window.__alarm ?? null')).toBeNull();
    await page.context().close();
  }, 150_000);

  it('find a page that makes no markup of text, whoever asks for it', async () => {
    const page = await visit.open('/', {}, 'unwatched');
    expect(await page.evaluate(ATTEMPTS)).toEqual(['refused', 'refused', 'refused']);
    await page.context().close();
  });
});

describe('the pipeline page', () => {
  it('counts what came of every address and how long the stages take', async () => {
    const page = await visit.open('/pipeline');
    await page.locator('.stages td').first().waitFor();
    const { articles } = await getJson<{ articles: number }>(`${line.api.storeUrl}/v1/stats`);
    expect(await page.locator('.number').first().textContent()).toContain(`${articles}`);
    const stages = await page.locator('.stages tbody th').allTextContents();
    expect(stages.map((words) => words.split(' ')[0])).toEqual([
      'fetch',
      'extract',
      'deduplicate',
      'store',
    ]);
    await page.context().close();
  });
});

describe('an operator', () => {
  it('sees what was given up and why, and sends it back after a preview', async () => {
    const value = Buffer.from('{"n":1} <img src=x onerror="window.__alarm=1">');
    await line.broker.publish([{ topic: 'article-fetched', key: 'poison', value, headers: {} }]);
    const page = await visit.open('/pipeline');
    await page.getByLabel('Class').selectOption('POISON');
    const letter = page.locator('.letter-id').first();
    await until(async () => {
      await page.reload();
      await page.getByLabel('Class').selectOption('POISON');
      return letter.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
    await letter.click();
    await page.getByText('<img src=x onerror').waitFor();
    await page.getByRole('button', { name: 'Redrive this one …' }).click();
    await page.getByText('1 would be sent back').waitFor();
    await page.getByLabel('Reason, which is kept').fill('the spec wants to see it again');
    await page.getByRole('button', { name: 'Redrive 1' }).click();
    await page.getByText('1 sent back.').waitFor();
    expect(await visit.barriers(page)).toEqual([]);
    // It went to its own group, which gave it up once more: whole, and with its first failure.
    const url = `${line.api.storeUrl}/v1/dead-letters?class=POISON`;
    await until(async () => {
      const { items } = await getJson<{ items: { redrives: number }[] }>(url);
      return items.some(({ redrives }) => redrives === 1);
    });
    await page.reload();
    await page.locator('.operations').getByText('the spec wants to see it again').waitFor();
    await page.context().close();
  }, 120_000);

  it('sees the feeds with their health, and how far each stage is', async () => {
    const page = await visit.open('/pipeline');
    await page.locator('.feeds td .state').first().waitFor();
    await page.locator('.line-state tbody th').first().waitFor();
    const stages = await page.locator('.line-state tbody th').allTextContents();
    expect(stages).toEqual(['fetch', 'extract', 'deduplicate', 'store']);
    expect(await page.locator('.line-state tbody tr').nth(1).textContent()).toContain('ago');
    await page.context().close();
  });
});

describe('an analyst', () => {
  const others = () => incidents.filter(({ incidentId }) => incidentId !== riot.incidentId);
  const lifecycleOf = async (id: string) =>
    (await getJson<Incident>(`${line.api.storeUrl}/v1/incidents/${id}`)).lifecycle;

  async function correct(page: Page, action: string): Promise<void> {
    await page.getByLabel('Reason, which is kept').fill('seen by the spec');
    await page.getByLabel('Your name, which is kept').fill('Ana');
    await page.getByRole('button', { name: 'See what it would do' }).click();
    await page.locator('.changes li').first().waitFor();
    expect(await visit.barriers(page)).toEqual([]);
    await page.getByRole('button', { name: `Do it: ${action}` }).click();
    await page.getByText('It is given').waitFor();
  }

  /** On a busy machine a command may be tried again before it does; what became of it says where it was lost. */
  const takesEffect = (about: Incident, what: () => Promise<boolean>) =>
    until(what, 120_000).catch(async () => {
      const commands = `${line.api.storeUrl}/v1/curations/incidents/${about.incidentId}`;
      expect(await getJson(commands)).toBe('an incident that the command has changed');
    });

  it('retracts an incident with a reason, after having seen what that does', async () => {
    const wrong = others()[0] as Incident;
    const page = await visit.open(pathOf(wrong));
    await page.getByText('Correct it …').click();
    await page.getByLabel('It did not happen so').check();
    await correct(page, 'retract');
    await takesEffect(wrong, async () => (await lifecycleOf(wrong.incidentId)) === 'retracted');
    await page.getByText('seen by the spec').first().waitFor();
    await page.context().close();
  }, 180_000);

  it('merges two incidents by the address of the other', async () => {
    const [, one, two] = others() as [Incident, Incident, Incident];
    const page = await visit.open(pathOf(one));
    await page.getByText('Correct it …').click();
    await page.getByLabel('Ids or addresses').fill(visit.origin + pathOf(two));
    await correct(page, 'merge');
    await takesEffect(one, async () => (await merged(one)) || (await merged(two)));
    await page.context().close();
  }, 180_000);

  /** A merged incident's id forwards to that of another. */
  const merged = async ({ incidentId }: Incident) => {
    const url = `${line.api.storeUrl}/v1/incidents/${incidentId}`;
    return (await getJson<Incident>(url)).incidentId !== incidentId;
  };
});

describe('every page', () => {
  const looks = [
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', PHONE],
  ] as const;

  it.each(looks)('in %s has no serious barrier and fits its window', async (_, options) => {
    const ready = {
      '/': '.row',
      [pathOf(riot)]: '.article h3',
      [`/articles/${riot.sources[0]?.articleId}`]: '.waterfall',
      '/pipeline': '.stages td',
    };
    for (const [path, sign] of Object.entries(ready)) {
      const page = await visit.open(path, options);
      await page.locator(sign).first().waitFor();
      expect([path, await visit.barriers(page)]).toEqual([path, []]);
      expect([path, await overflows(page)]).toEqual([path, false]);
      await page.context().close();
    }
  });

  it('asked nobody else for anything, broke no rule and threw no error', () => {
    expect(visit.misdeeds).toEqual([]);
  });
});

describeErasure(() => line);
