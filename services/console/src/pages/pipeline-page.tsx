import { useState } from 'react';
import { readAbilities } from '../api/abilities.js';
import { getAnswer } from '../api/get-json.js';
import type { Stats } from '../api/records.js';
import { useAnswer } from '../api/use-answer.js';
import { Feeds } from '../pipeline/feeds.js';
import { Numbers } from '../pipeline/numbers.js';
import { withReading, type Reading } from '../pipeline/rates.js';
import { Stages } from '../pipeline/stages.js';
import { Failed, Loading } from '../parts/states.js';
import { useTitle } from './use-title.js';
import '../styles/pipeline.css';

const REFRESH_MS = 5_000;

/** How the line is doing: as much of it as this store's API tells. */
export default function PipelinePage() {
  useTitle('Pipeline');
  const [readings, setReadings] = useState<readonly Reading[]>([]);
  const stats = useAnswer(
    'stats',
    async (signal) => {
      const { body, atMs } = await getAnswer<Stats>('/v1/stats', signal);
      const reading = { atMs: atMs ?? Date.now(), count: body.articles };
      setReadings((before) => withReading(before, reading));
      return body;
    },
    REFRESH_MS,
  );
  const abilities = useAnswer('abilities', readAbilities);
  const hasFeeds = abilities.status === 'ready' && abilities.value.paths.has('/v1/feeds');
  return (
    <main id="main" className="page pipeline-page">
      <h1>Pipeline</h1>
      {stats.status === 'loading' && <Loading what="the counts" rows={3} />}
      {stats.status === 'failed' && <Failed error={stats.error} retry={stats.retry} />}
      {stats.status === 'ready' && (
        <>
          <Numbers stats={stats.value} readings={readings} />
          <Stages hops={stats.value.hops} />
        </>
      )}
      {hasFeeds && <Feeds />}
    </main>
  );
}
