import type { DeadLetterView } from '@tocsin/contracts';
import { getJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { Failed, Loading } from '../parts/states.js';
import { letterUrl, readable } from './letter-filter.js';
import { Redrive } from './redrive.js';

/** One dead letter: where it came from, its trace, its headers and the record itself, all as letters. */
export function Payload({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const answer = useAnswer(id, (signal) => getJson<DeadLetterView>(letterUrl(id), signal));
  return (
    <section className="payload" aria-label={`Dead letter ${id}`}>
      <h3>{id}</h3>
      {answer.status === 'loading' && <Loading what="the record" rows={2} />}
      {answer.status === 'failed' && <Failed error={answer.error} retry={answer.retry} />}
      {answer.status === 'ready' && <Shown letter={answer.value} />}
      <Redrive what="this one" meant={{ ids: [id] }} onDone={onDone} />
    </section>
  );
}

export function Shown({ letter }: { readonly letter: DeadLetterView }) {
  const { origin, traceId, deliveries, redrives, headers, value, isCut } = letter;
  return (
    <>
      <dl className="about">
        <dt>from</dt>
        <dd>
          {origin.topic}, partition {origin.partition}, offset {origin.offset}
        </dd>
        <dt>trace</dt>
        <dd>
          <code>{traceId ?? '–'}</code>
        </dd>
        <dt>tried</dt>
        <dd>
          {deliveries} times, sent back {redrives} times before
        </dd>
      </dl>
      <details>
        <summary>Headers</summary>
        <pre tabIndex={0}>{JSON.stringify(headers, null, 2)}</pre>
      </details>
      <pre tabIndex={0} className="value" aria-label="Payload">
        {readable(value)}
        {isCut && '\n… and more'}
      </pre>
    </>
  );
}
