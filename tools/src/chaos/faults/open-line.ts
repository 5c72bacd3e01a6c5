import pg from 'pg';
import { makeCorpus } from '../../corpus/corpus.js';
import { seeded } from '../../corpus/random.js';
import { progress } from '../../stack/progress.js';
import { readStackSettings } from '../../stack/settings.js';
import { startStack } from '../../stack/stack.js';
import { createTopics, openBroker } from '../../start/kafka-line.js';
import { LineApi } from '../../start/line-api.js';
import { urlOf } from '../../start/services.js';
import { stderrLog } from '../../start/stderr-log.js';
import { freePlans, SETTINGS } from '../line-settings.js';
import { LineDatabase } from '../line-database.js';
import { NewsSites } from '../news-sites.js';
import { plantBroken } from '../planted-records.js';
import { ServiceProcesses } from '../service-processes.js';
import { FaultLine } from './fault-line.js';
import { FaultyProxy } from './proxy/faulty-proxy.js';
import { kafkaConversation } from './proxy/kafka-conversation.js';
import { postgresConversation } from './proxy/postgres-conversation.js';
import { Supply } from './supply.js';

/** More than all tests together publish; making them costs next to nothing. */
const CORPUS = 20_000;

/** For the feed that is large, and those beside it that make the others a hundred less one. */
const SPARE_SITES = 90;
/** Statements that wait for a lock are to be cancelled within a test. */
const STATEMENT_TIMEOUT_MS = '6000';

export interface OpenLine {
  readonly line: FaultLine;
  /** Of the services, for one more of them. */
  readonly settings: NodeJS.ProcessEnv;
  readonly close: () => Promise<void>;
}

/**
 * Starts a line on a broker and a database of its own, each behind a proxy of ours. The database waits for its disk: what
 * it has said yes to must be there after kill -9.
 */
export async function openLine(seed: number, signal: AbortSignal): Promise<OpenLine> {
  const kafka = await FaultyProxy.open(kafkaConversation);
  const postgres = await FaultyProxy.open(postgresConversation);
  // Never a broker or database that others use: what is struck here is our own alone.
  const { kafkaBrokers: _, databaseUrl: __, ...given } = readStackSettings(process.env);
  const stack = await startStack({
    settings: given,
    label: 'chaos',
    throwaway: true,
    durable: true,
    database: 'tocsin',
    kafkaProxyPort: kafka.port,
    progress,
    signal,
  });
  const ending: (() => Promise<unknown>)[] = [() => kafka.close(), () => postgres.close()];
  // A stack that is thrown away needs no farewell.
  const close = async () => {
    await stack.stopQuickly();
    await Promise.all(ending.map((end) => end()));
  };
  try {
    kafka.target = stack.behindKafkaProxy ?? 0;
    const direct = new URL(stack.databaseUrl);
    postgres.target = Number(direct.port);
    await createTopics(stack.kafkaBrokers, stderrLog);
    const broker = openBroker(stack.kafkaBrokers, stderrLog);
    const database = new LineDatabase(stack.databaseUrl);
    const sql = new pg.Pool({ connectionString: stack.databaseUrl, max: 4 });
    sql.on('error', () => undefined);
    const sites = await NewsSites.open(SPARE_SITES);
    ending.push(
      () => broker.close(),
      () => database.close(),
      () => sql.end(),
      () => sites.close(),
    );

    const plans = await freePlans();
    const settings = {
      ...SETTINGS,
      TOCSIN_DATABASE_STATEMENT_TIMEOUT_MS: STATEMENT_TIMEOUT_MS,
      TOCSIN_FETCH_ALLOW_PRIVATE: sites.hosts.join(','),
    };
    const struck = {
      ...stack,
      kafkaBrokers: `127.0.0.1:${kafka.port}`,
      databaseUrl: Object.assign(direct, { port: String(postgres.port) }).href,
    };
    const services = new ServiceProcesses(struck, plans, settings, signal);
    const api = new LineApi(urlOf(plans, 'fetcher'), urlOf(plans, 'store'));
    const line = new FaultLine({
      ...{ stack, services, api, sites, broker, database, sql, kafka, postgres, signal },
      supply: new Supply(makeCorpus(CORPUS, seed)),
      random: seeded(seed),
    });
    line.planted.push(...(await plantBroken(broker)));
    await services.startAll();
    for (const url of sites.feedUrls) await api.addFeed(url, 'live');
    return { line, settings, close };
  } catch (error) {
    await close();
    throw error;
  }
}
