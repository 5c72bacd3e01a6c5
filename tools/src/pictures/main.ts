import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConsoleVisit } from '../e2e/console-visit.js';
import { startOwnLine, type OwnLine } from '../e2e/own-line.js';
import { ROOT } from '../stack/folders.js';
import { progress } from '../stack/progress.js';
import { worldNews } from './world-news.js';

const FOLDER = join(ROOT, 'docs', 'pictures');
const STORIES = 110;
const SEED = 3;
/** Days of made-up news, and of the pictures. */
const DAYS = 60;
const DAY_MS = 86_400_000;
/** For names to fade in on the map, which is drawn by software here. */
const SETTLE_MS = 3_000;
const PATIENCE_MS = 60_000;
/** The page of the pipeline is one to scroll. */
const TALL = { viewport: { width: 1_360, height: 1_400 } };
/** The map, once it has drawn an incident. */
const DRAWN = '.map[data-drawn]:not([data-drawn="0"])';

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly options: NonNullable<Parameters<ConsoleVisit['open']>[1]>;
  /** What is clicked before. */
  readonly click?: string;
}

/** `npm run pictures`: the README's pictures, of the real line with made-up news. */
export async function main(): Promise<number> {
  mkdirSync(FOLDER, { recursive: true });
  const line = await startOwnLine();
  try {
    line.site.publish(worldNews(STORIES, new Date(), SEED));
    await line.api.addFeed(line.site.feedUrl, 'live');
    await line.drained(line.site.articleCount);
    await giveUp(line);
    const visit = await ConsoleVisit.begin(line.api.storeUrl);
    for (const picture of await pictures(line)) await take(visit, picture);
    await visit.end();
    return 0;
  } finally {
    await line.close();
  }
}

/** Records that no reader can read, so that there is something to see on the page of the pipeline. */
async function giveUp({ broker }: OwnLine): Promise<void> {
  const records = ['{"urlId":"8c1f', 'GET / HTTP/1.1'].map((text, n) => ({
    topic: 'article-fetched',
    key: `broken-${n}`,
    value: Buffer.from(text),
    headers: {},
  }));
  await broker.publish(records);
}

async function pictures(line: OwnLine): Promise<Picture[]> {
  const incidents = await line.api.incidents();
  const seed = incidents.find(
    ({ where, casualties }) => where.place === 'Almaty' && casualties.killed?.low === 2,
  );
  const size = { viewport: { width: 1_360, height: 820 } };
  const recent = `/?from=${new Date(Date.now() - DAYS * DAY_MS).toISOString().slice(0, 10)}`;
  const told = `/incidents/${seed?.incidentId}`;
  return [
    { name: 'map', path: recent, options: size },
    { name: 'map-dark', path: recent, options: { ...size, colorScheme: 'dark' } },
    { name: 'incident', path: told, options: size, click: '.facts .quote >> nth=2' },
    { name: 'pipeline', path: '/pipeline', options: TALL, click: '.letter-id >> nth=0' },
    { name: 'phone', path: recent, options: { viewport: { width: 390, height: 844 } } },
  ];
}

async function take(visit: ConsoleVisit, { name, path, options, click }: Picture): Promise<void> {
  const page = await visit.open(path, options);
  await page.locator('.row, .fact, .letter-id').first().waitFor();
  if ((await page.locator('.map-pane').count()) > 0) {
    await page.locator(DRAWN).waitFor({ timeout: PATIENCE_MS });
  }
  if (click) await page.locator(click).click();
  await page.waitForTimeout(SETTLE_MS);
  const file = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file });
  await page.context().close();
  progress(`${file} taken`);
}
