import type { Broker } from '@tocsin/messaging';
import type { SampleSite } from '../sample/site.js';
import type { Child } from '../stack/processes/child.js';
import type { Stack } from '../stack/stack.js';
import { drained } from './drain.js';
import { createTopics, openBroker } from './kafka-line.js';
import { totalLag } from './lag.js';
import { LineApi } from './line-api.js';
import { sampleSettings } from './sample-settings.js';
import { startServices, urlOf, type ServicePlan } from './services.js';
import { stderrLog } from './stderr-log.js';

export interface LineNeeds {
  readonly stack: Stack;
  readonly plans: readonly ServicePlan[];
  /** The bundled site, which the fetcher may then ask although it is on loopback. */
  readonly site: SampleSite | undefined;
  /** The services' settings on top of the caller's environment. */
  readonly settings: NodeJS.ProcessEnv;
  /** Gives up a start, or a wait, that is under way. */
  readonly signal: AbortSignal;
}

/** A line that runs: four services on a broker and a database, which end with their stack. */
export interface Line {
  readonly api: LineApi;
  /** A look at the line's broker from outside of its services; to be closed. */
  readonly broker: Broker;
  readonly services: readonly Child[];
  /** Waits until at least so many URLs have come to an end and nothing is on its way. */
  drained(expected: number): Promise<void>;
}

/**
 * Creates the topics that are missing and starts the services; polls nothing until a feed is added.
 *
 * @throws StackError ERR_STACK_PORT_TAKEN, ERR_STACK_PROCESS_FAILED
 */
export async function startLine({
  stack,
  plans,
  site,
  settings,
  signal,
}: LineNeeds): Promise<Line> {
  await createTopics(stack.kafkaBrokers, stderrLog);
  const extra = { ...settings, ...(site ? sampleSettings(process.env, site.origin) : {}) };
  const services = await startServices(stack, plans, extra, signal);
  const api = new LineApi(urlOf(plans, 'fetcher'), urlOf(plans, 'store'));
  const broker = openBroker(stack.kafkaBrokers, stderrLog);
  const look = async () => ({ ...(await api.stats()), lag: await totalLag(broker) });
  return { api, broker, services, drained: (expected) => drained(look, expected, signal) };
}
