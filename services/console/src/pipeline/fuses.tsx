import type { FuseView } from '@tocsin/contracts';
import { getJson, postJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { DoingError, useDoing } from '../parts/doing.js';
import { ReasonForm } from './reason-form.js';

const REFRESH_MS = 5_000;
const read = (signal: AbortSignal) => getJson<{ items: readonly FuseView[] }>('/v1/fuses', signal);

/** Partitions that stand still, each with the way on; nothing where none does or one may not know. */
export function Fuses() {
  const answer = useAnswer('fuses', read, REFRESH_MS);
  if (answer.status !== 'ready' || answer.value.items.length === 0) return null;
  return (
    <section className="fuses">
      <h2>Standing still</h2>
      <ul>
        {answer.value.items.map((fuse) => (
          <FuseLine key={`${fuse.group}/${fuse.physicalTopic}/${fuse.partition}`} fuse={fuse} />
        ))}
      </ul>
    </section>
  );
}

function FuseLine({ fuse }: { readonly fuse: FuseView }) {
  const { group, physicalTopic, partition, inARow, deadLetters } = fuse;
  const doing = useDoing();
  const release = (reason: string) =>
    doing.run(async () => {
      await postJson('/v1/fuses/release', { group, physicalTopic, partition, reason });
    });
  return (
    <li>
      <p>
        <span className="state failing">{group}</span> does not go on with {physicalTopic},
        partition {partition}: {inARow} dead letters in a row, {deadLetters} of the last 1,000.
      </p>
      <details>
        <summary>Release …</summary>
        <ReasonForm verb="Release" isBusy={doing.isBusy} onGiven={release} />
        <DoingError error={doing.error} />
      </details>
    </li>
  );
}
