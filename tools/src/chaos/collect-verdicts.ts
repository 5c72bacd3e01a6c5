import { Gazetteer } from '@tocsin/geocoding';
import type { CorpusIncident } from '../corpus/corpus.js';
import { checkDeadLetters, type DeadLettersEvidence } from './invariants/dead-letters.js';
import { checkOffsets, type OffsetsEvidence } from './invariants/offsets.js';
import { checkOneIncidentEach } from './invariants/one-incident-each.js';
import { checkOutbox, type RecordName } from './invariants/outbox.js';
import { checkRevisions } from './invariants/revisions.js';
import { checkSingleEffects } from './invariants/single-effects.js';
import { checkUrlEnds } from './invariants/url-ends.js';
import type { Verdict } from './invariants/verdict.js';
import { checkVersions } from './invariants/versions.js';
import type { LineDatabase } from './line-database.js';
import { placeNames } from './place-names.js';
import type { TopicEvidence } from './topic-evidence.js';

let gazetteer: Gazetteer | undefined;

export interface RunFacts {
  readonly urlIds: readonly string[];
  readonly truth: readonly CorpusIncident[];
  readonly topics: TopicEvidence;
  readonly offsets: OffsetsEvidence;
  readonly deadLetters: DeadLettersEvidence;
  /** Outbox rows that a restored database has no more. */
  readonly lostRows?: readonly RecordName[];
  /** Ids that incidents had before that. */
  readonly lostIncidents?: readonly string[];
}

/** I1 to I6, checked on what a drained line has in its topics and databases. */
export async function collectVerdicts(facts: RunFacts, database: LineDatabase): Promise<Verdict[]> {
  const { urlIds, truth, topics, offsets, deadLetters, lostRows = [], lostIncidents = [] } = facts;
  return [
    checkUrlEnds({ urlIds, fetched: topics.fetched, states: await database.states() }),
    checkSingleEffects({
      urlIds,
      rows: {
        'deduplicator.article': await database.articleIds('deduplicator'),
        'store.article': await database.articleIds('store'),
      },
      changes: await database.changes(),
      links: await database.links(),
    }),
    checkOneIncidentEach({
      truth,
      live: await database.liveIncidents(),
      namesOf: placeNames((gazetteer ??= Gazetteer.bundled())),
    }),
    checkOffsets(offsets),
    checkRevisions({
      ...topics,
      kept: await database.keptRevisions(),
      newest: await database.newestRevisions(),
      lost: lostIncidents,
    }),
    checkVersions({ fetched: topics.fetched, shown: await database.shownVersions() }),
    checkOutbox({
      rows: await database.outboxRows(),
      lost: lostRows,
      records: topics.outboxed,
    }),
    checkDeadLetters(deadLetters),
  ];
}
