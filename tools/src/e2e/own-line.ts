import { OtlpReceiver } from '@tocsin/testing';
import { startSampleSite, type SampleSite } from '../sample/site.js';
import { freePorts } from '../stack/ports.js';
import { readStackSettings } from '../stack/settings.js';
import { startStack, type Stack } from '../stack/stack.js';
import { planServices } from '../start/services.js';
import { startLine, type Line } from '../start/start-line.js';

/** Milliseconds; the feed's second poll must not keep the spec waiting. */
const POLL_INTERVAL_MIN_MS = '1000';

/** A line on a broker and a database of its own: topics and groups have fixed names. */
export interface OwnLine extends Line {
  readonly stack: Stack;
  readonly site: SampleSite;
  /** Gets what every service exports by OTLP: spans in batches, all of them once the services have stopped. */
  readonly collector: OtlpReceiver;
  /** The settings under which another start finds this line's broker, database and ports. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends everything and removes the data. */
  close(): Promise<void>;
}

/** Starts the real line with the bundled site; nothing is polled before a feed is added. */
export async function startOwnLine(): Promise<OwnLine> {
  const stack = await startOwnStack();
  const closing = [() => stack.stop()];
  const waiting = new AbortController();
  const close = async () => {
    waiting.abort();
    for (const end of closing.toReversed()) await end();
  };
  try {
    const collector = await OtlpReceiver.start();
    closing.push(() => collector.close());
    const env = await environmentOf(stack);
    const site = await startSampleSite({ port: Number(env['TOCSIN_SAMPLE_PORT']) });
    closing.push(() => site.close());
    const line = await startLine({
      stack,
      plans: planServices(env),
      site,
      settings: {
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
        TOCSIN_FETCH_POLL_INTERVAL_MIN_MS: POLL_INTERVAL_MIN_MS,
      },
      signal: waiting.signal,
    });
    closing.push(() => line.broker.close());
    return { ...line, stack, site, collector, env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A broker and a database for one spec alone, empty. */
export function startOwnStack(): Promise<Stack> {
  const settings = readStackSettings(process.env);
  return startStack({
    settings: { ...settings, kafkaBrokers: undefined, databaseUrl: undefined },
    label: 'e2e',
    throwaway: true,
    database: 'tocsin_test',
    progress: () => undefined,
  });
}

async function environmentOf(stack: Stack): Promise<NodeJS.ProcessEnv> {
  const ports = await freePorts(5);
  const names = ['FETCHER', 'EXTRACTOR', 'DEDUPLICATOR', 'STORE', 'SAMPLE'];
  return {
    KAFKA_BROKERS: stack.kafkaBrokers,
    DATABASE_URL: stack.databaseUrl,
    ...Object.fromEntries(names.map((name, i) => [`TOCSIN_${name}_PORT`, String(ports[i])])),
  };
}
