import { once } from 'node:events';
import type { Incident } from '@tocsin/contracts';
import { type SampleSite, startSampleSite } from '../sample/site.js';
import { type Interrupt, onInterrupt } from '../stack/interrupt.js';
import { assertPortFree } from '../stack/ports.js';
import { progress } from '../stack/progress.js';
import { portSetting, readStackSettings } from '../stack/settings.js';
import { type Stack, startStack } from '../stack/stack.js';
import { drained } from './drain.js';
import { subscribeToIncidents } from './incident-feed.js';
import { incidentLines } from './incident-lines.js';
import { createTopics, openBroker } from './kafka-line.js';
import { totalLag } from './lag.js';
import { LineApi } from './line-api.js';
import { readOpml } from './opml.js';
import { HELP, parseOptions, type StartOptions } from './options.js';
import { planServices, startServices, urlOf } from './services.js';
import { stderrLog } from './stderr-log.js';
import { summarise, summaryText } from './summary.js';

/** The sample's server is ours and bears more than a stranger's site would be asked. */
const SAMPLE_HOST_DELAY_MS = '20';
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
  const api = new LineApi(urlOf(plans, 'fetcher'), urlOf(plans, 'store'));

  await createTopics(stack.kafkaBrokers, stderrLog);
  progress('starting fetcher, extractor, deduplicator and store');
  await startServices(stack, plans, site ? sampleSettings(site.origin) : {}, signal);

  const broker = openBroker(stack.kafkaBrokers, stderrLog);
  const output = options.json ? process.stderr : process.stdout;
  const show = (incident: Incident) => output.write(incidentLines(incident, new Date()));
  const subscription = await subscribeToIncidents(broker, show);
  try {
    for (const url of [...(site ? [site.feedUrl] : []), ...run.feeds]) await api.addFeed(url);
    output.write(`The API answers at ${api.storeUrl}/v1/incidents\n`);
    if (!options.once) {
      if (!signal.aborted) await once(signal, 'abort');
      return 0;
    }
    const look = async () => ({ ...(await api.stats()), lag: await totalLag(broker) });
    await drained(look, site?.articleCount ?? 1, signal);
    const seconds = (performance.now() - run.startedAt) / 1000;
    const summary = summarise(await api.stats(), await api.incidents(), seconds);
    process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : summaryText(summary));
    return 0;
  } finally {
    await subscription.stop(LEAVE_GROUP_MS);
    await broker.close();
  }
}

/** The address guard stays on: one host and port are excepted by name. */
function sampleSettings(origin: string): NodeJS.ProcessEnv {
  return {
    TOCSIN_FETCH_ALLOW_PRIVATE: [process.env['TOCSIN_FETCH_ALLOW_PRIVATE'], new URL(origin).host]
      .filter(Boolean)
      .join(','),
    TOCSIN_FETCH_HOST_DELAY_MS: process.env['TOCSIN_FETCH_HOST_DELAY_MS'] ?? SAMPLE_HOST_DELAY_MS,
  };
}
