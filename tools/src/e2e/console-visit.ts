import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../browser/open-browser.js';
import { watchPages, type PageWatch } from '../browser/watch-page.js';

/** Milliseconds; what is drawn by software on a busy machine takes its time. */
const PATIENCE_MS = 45_000;

/** A browser that looks at a console, and what its pages did that they must not do. */
export class ConsoleVisit {
  readonly #watches: PageWatch[] = [];

  private constructor(
    readonly origin: string,
    private readonly browser: Browser,
  ) {}

  static async begin(origin: string): Promise<ConsoleVisit> {
    return new ConsoleVisit(origin, await openBrowser());
  }

  /**
   * A page in a browser without past, at a path of the console.
   *
   * @param watching `unwatched` where a spec provokes what is an error elsewhere
   */
  async open(
    path: string,
    options: BrowserContextOptions = {},
    watching: 'watched' | 'unwatched' = 'watched',
  ): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: 1_280, height: 800 },
      ...options,
    });
    if (watching === 'watched') this.#watches.push(watchPages(context, this.origin));
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(this.origin + path);
    return page;
  }

  /** All that no page may do, as it was done since the visit began. */
  get misdeeds(): string[] {
    return this.#watches.flatMap(({ outside, errors, alarms }) => [
      ...outside,
      ...errors,
      ...alarms,
    ]);
  }

  /** @returns the rules of accessibility that are broken seriously or critically, each with where */
  async barriers(page: Page): Promise<string[]> {
    // The usual mode opens a second, empty page, which is what an injected script would do.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  async end(): Promise<void> {
    await this.browser.close();
  }
}

/** The incidents that the list shows, in its order. */
export const rows = (page: Page): Promise<string[]> =>
  page.locator('.row').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** How many incidents the map has drawn, those in clusters counted; null before it has drawn any. */
export async function drawnOnMap(page: Page): Promise<number | null> {
  const drawn = await page.locator('.map').getAttribute('data-drawn');
  return drawn === null ? null : Number(drawn);
}

/** Whether the page is wider than its window. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
