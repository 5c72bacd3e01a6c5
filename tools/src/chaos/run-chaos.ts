import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCorpus } from '../corpus/corpus.js';
import { seeded } from '../corpus/random.js';
import { progress } from '../stack/progress.js';
import type { Stack } from '../stack/stack.js';
import { createTopics, openBroker } from '../start/kafka-line.js';
import { LineApi } from '../start/line-api.js';
import { urlOf } from '../start/services.js';
import { stderrLog } from '../start/stderr-log.js';
import { collectVerdicts } from './collect-verdicts.js';
import { readDeadLetters } from './dead-letter-evidence.js';
import { drainedInTime } from './drained-in-time.js';
import { checkFaultsAtWork } from './invariants/faults-at-work.js';
import { checkReplay } from './invariants/replayed.js';
import { parts, planKills, SERVICES, shuffled } from './kill-plan.js';
import { LineDatabase } from './line-database.js';
import { freePlans, SETTINGS } from './line-settings.js';
import { NewsSites } from './news-sites.js';
import { OffsetWatch } from './offset-watch.js';
import { plantBroken, plantSound } from './planted-records.js';
import { countRebalances } from './rebalances.js';
import { replay } from './replay.js';
import { type ChaosReport, tally } from './report.js';
import type { Round } from './run-kill-test.js';
import { runKills } from './run-kills.js';
import { ServiceProcesses } from './service-processes.js';
import { readTopicEvidence } from './topic-evidence.js';

/** Share of waves kept for kills that found nothing on its way: they are made again. */
const SPARE_WAVES = 0.25;

/** One fault test on an empty stack: kills under work, a drain, and all invariants. */
export async function runChaos(
  options: Round,
  stack: Stack,
  signal: AbortSignal,
): Promise<ChaosReport> {
  const startedAt = performance.now();
  progress(`seed ${options.seed}`);
  const random = seeded(options.seed);
  const corpus = makeCorpus(options.articles, options.seed);
  const plan = planKills(options.kills, random);
  // Copies and second tellings come apart: in other waves, from other sites.
  const waves = parts(
    shuffled(corpus.articles, random),
    options.kills + Math.ceil(options.kills * SPARE_WAVES),
  );

  await createTopics(stack.kafkaBrokers, stderrLog);
  const sites = await NewsSites.open();
  const broker = openBroker(stack.kafkaBrokers, stderrLog);
  const database = new LineDatabase(stack.databaseUrl);
  try {
    const plans = await freePlans();
    const api = new LineApi(urlOf(plans, 'fetcher'), urlOf(plans, 'store'));
    const settings = { ...SETTINGS, TOCSIN_FETCH_ALLOW_PRIVATE: sites.hosts.join(',') };
    const processes = new ServiceProcesses(stack, plans, settings, signal);
    await processes.startAll();
    const planted = await plantBroken(broker);
    for (const url of sites.feedUrls) await api.addFeed(url, 'live');

    const watch = new OffsetWatch(broker, database);
    const watching = new AbortController();
    const watched = watch.run(watching.signal);
    const kills = await runKills(
      plan,
      waves,
      {
        ready: (service) => processes.ready(service),
        killAndRestart: (service) => processes.killAndRestart(service),
        publish: (articles) => sites.publish(articles),
        pagesAsked: () => sites.pagesAsked,
        onTheirWay: async () => sites.urlIds.size - (await database.endedUrls()),
        progress,
      },
      signal,
    );
    progress('waiting until everything has come to its end');
    await plantSound(broker);
    for (const service of SERVICES) await processes.ready(service);
    const isDrained = await drainedInTime({
      stats: () => api.stats(),
      broker,
      retriesWaiting: () => watch.retriesWaiting(),
      unsent: () => database.unsent(),
      expected: options.articles,
      signal,
    });
    watching.abort();
    await watched;

    progress('checking the invariants');
    const topics = await readTopicEvidence(broker);
    const rebalances = countRebalances(
      readFileSync(join(stack.logFolder, 'kafka.log'), 'utf8'),
      SERVICES,
    );
    const { redeliveries } = topics;
    const deadLetters = { ...(await readDeadLetters(broker)), planted };
    const offsets = { samples: watch.samples, final: await watch.final() };
    progress('replaying everything into an empty database');
    await processes.stopAll();
    const replayed = await replay(stack, broker, settings, signal);
    const verdicts = [
      ...(await collectVerdicts(
        {
          urlIds: [...sites.urlIds.values()],
          truth: corpus.incidents,
          topics,
          offsets,
          deadLetters,
        },
        database,
      )),
      checkReplay(replayed),
      checkFaultsAtWork({ ...kills, killsAsked: options.kills, redeliveries, rebalances }),
    ];
    return {
      seed: options.seed,
      passed: isDrained && verdicts.every(({ passed }) => passed),
      articles: sites.urlIds.size,
      incidents: corpus.incidents.length,
      kills,
      redeliveries,
      rebalances,
      fetches: topics.fetched.length,
      ends: tally((await database.states()).map(({ end }) => end)),
      offsetSamples: watch.samples.length,
      drained: isDrained,
      seconds: (performance.now() - startedAt) / 1000,
      verdicts,
    };
  } finally {
    await broker.close();
    await database.close();
    await sites.close();
  }
}
