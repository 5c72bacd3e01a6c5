import type { PipelineState, Stats } from '@tocsin/contracts';
import { useState } from 'react';
import { readAbilities } from '../api/abilities.js';
import { getAnswer, getJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { DeadLetters } from '../pipeline/dead-letters.js';
import { Feeds } from '../pipeline/feeds.js';
import { Fuses } from '../pipeline/fuses.js';
import { LineState } from '../pipeline/line-state.js';
import { Numbers } from '../pipeline/numbers.js';
import { Operations } from '../pipeline/operations.js';
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
  const has = (path: string) => abilities.status === 'ready' && abilities.value.paths.has(path);
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
      {has('/v1/pipeline') && <Line hasLetters={has('/v1/dead-letters')} />}
      {has('/v1/feeds') && <Feeds />}
      {has('/v1/operations') && <Operations />}
    </main>
  );
}

const LINE_REFRESH_MS = 10_000;
const readLine = (signal: AbortSignal) => getJson<PipelineState>('/v1/pipeline', signal);

/** How far each stage is, what stands still, and what was given up. */
function Line({ hasLetters }: { readonly hasLetters: boolean }) {
  const line = useAnswer('pipeline', readLine, LINE_REFRESH_MS);
  if (line.status === 'loading') return <Loading what="the stages" rows={4} />;
  if (line.status === 'failed') return <Failed error={line.error} retry={line.retry} />;
  const { stages, at, readings } = line.value;
  return (
    <>
      <LineState stages={stages} at={at} />
      {hasLetters && (
        <>
          <Fuses />
          <DeadLetters readings={readings} />
        </>
      )}
    </>
  );
}
