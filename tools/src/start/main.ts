import { once } from 'node:events';
import type { Incident } from '@tocsin/contracts';
import { type SampleSite, startSampleSite } from '../sample/site.js';
import { type Interrupt, onInterrupt } from '../stack/interrupt.js';
import { assertPortFree } from '../stack/ports.js';
import { progress } from '../stack/progress.js';
import { portSetting, readStackSettings } from '../stack/settings.js';
import { type Stack, startStack } from '../stack/stack.js';
import { subscribeToIncidents } from './incident-feed.js';
import { incidentLines } from './incident-lines.js';
import { readOpml } from './opml.js';
import { HELP, parseOptions, type StartOptions } from './options.js';
import { planServices } from './services.js';
import { startLine } from './start-line.js';
import { summarise, summaryText } from './summary.js';

const LEAVE_GROUP_MS = 2_000;

/**
 * `npm start`.
 *
 * @returns the exit code
 */
export async function main(args: string[]): Promise<number> {
  const startedAt = performance.now();
  const options = parseOptions(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const feeds = options.feeds ? await readOpml(options.feeds) : [];
  const interrupt = onInterrupt();
  const stack = await startStack({
    settings: readStackSettings(process.env),
    label: 'start',
    throwaway: false,
    database: 'tocsin',
    progress,
    signal: interrupt.signal,
  });
  void interrupt.again.then(() => stack.stopQuickly());
  const closing: (() => Promise<void>)[] = [() => stack.stop()];
  try {
    const site = options.sample ? await openSampleSite() : undefined;
    if (site) closing.push(() => site.close());
    return await runLine({ options, feeds, stack, site, interrupt, startedAt });
  } finally {
    if (interrupt.signal.aborted) progress('stopping');
    for (const close of closing) await close();
  }
}

/** On the same port with each start: the feed's address is what the fetcher knows it by. */
async function openSampleSite(): Promise<SampleSite> {
  const port = portSetting(process.env, 'TOCSIN_SAMPLE_PORT', 28088);
  await assertPortFree(port, 'the sample site', 'TOCSIN_SAMPLE_PORT');
  return startSampleSite({ port });
}

interface LineRun {
  readonly options: StartOptions;
  readonly feeds: readonly string[];
  readonly stack: Stack;
  readonly site: SampleSite | undefined;
  readonly interrupt: Interrupt;
  readonly startedAt: number;
}

async function runLine(run: LineRun): Promise<number> {
  const { options, stack, site, interrupt } = run;
  const { signal } = interrupt;
  const plans = planServices(process.env);
  progress('starting fetcher, extractor, deduplicator and store');
  const { api, broker, drained } = await startLine({ stack, plans, site, settings: {}, signal });

  const output = options.json ? process.stderr : process.stdout;
  const show = (incident: Incident) => output.write(incidentLines(incident, new Date()));
  const subscription = await subscribeToIncidents(broker, show);
  try {
    if (site) await api.addFeed(site.feedUrl, 'live');
    for (const url of run.feeds) await api.addFeed(url);
    output.write(`The console is at ${api.storeUrl}/, the API at ${api.storeUrl}/v1/incidents\n`);
    if (!options.once) {
      if (!signal.aborted) await once(signal, 'abort');
      return 0;
    }
    await drained(site?.articleCount ?? 1);
    const seconds = (performance.now() - run.startedAt) / 1000;
    const summary = summarise(await api.stats(), await api.incidents(), seconds);
    process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : summaryText(summary));
    return 0;
  } finally {
    await subscription.stop(LEAVE_GROUP_MS);
    await broker.close();
  }
}
