import { articleText } from '@tocsin/contracts';
import { isPublishable } from '../../eval/publishable.js';
import { measureGrowth, microsecondsOf, race } from './measure.js';
import type { Measured, MeasureTask } from './measured.js';
import { readFloor } from './readers.js';

/**
 * The compiler takes some 4,000 articles for code of this size: in a row of rounds over 600 others the CPU time of an
 * article fell until the seventh, by a third.
 */
const WARM_UP_ROUNDS = 4;

// A process of its own: what it holds after loading and at its peak is the extractor's, not the tools'.
const bare = process.memoryUsage();
const started = performance.now();
const { createGeoparser } = await import('@tocsin/geocoding');
const { createIncidentExtractor, passesGate } = await import('@tocsin/incident-extraction');
const extractor = createIncidentExtractor({ geoparser: createGeoparser() });
const loadMs = performance.now() - started;
globalThis.gc?.();
const loaded = process.memoryUsage();

process.once('message', ({ texts, rounds }: MeasureTask) => {
  const read = (article: MeasureTask['texts']['mix'][number]) => extractor.extract(article).length;
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    for (const article of texts.warmUp) read(article);
  }
  const incidents = race(texts.incidents, rounds, read, readFloor);
  const mix = race(texts.mix, rounds, read, readFloor);
  const growth = measureGrowth(texts.growth, rounds, read);
  const passing = texts.others.filter((article) => passesGate(articleText(article)));
  const publishing = passing.filter((article) => extractor.extract(article).some(isPublishable));
  const measured: Measured = {
    warmUp: WARM_UP_ROUNDS * texts.warmUp.length,
    incidents,
    mix,
    growth,
    gate: {
      others: texts.others.length,
      passing: passing.length,
      publishing: publishing.length,
      incidentsPassing: texts.incidents.filter((each) => passesGate(articleText(each))).length,
      microseconds: microsecondsOf(texts.others, (each) => passesGate(articleText(each))),
    },
    memory: {
      loadMs,
      loadedRss: loaded.rss,
      loadedHeap: loaded.heapUsed,
      loadedBuffers: loaded.arrayBuffers,
      bareRss: bare.rss,
      peakRss: process.resourceUsage().maxRSS * 1_024,
    },
  };
  process.send?.(measured, () => process.disconnect());
});
process.send?.('ready');
