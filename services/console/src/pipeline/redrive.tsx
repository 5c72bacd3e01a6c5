import type { Operation, RedrivePreview } from '@tocsin/contracts';
import { useState } from 'react';
import { getJson, postJson } from '../api/get-json.js';
import { pauseWhileHidden } from '../live/pause.js';
import { DoingError, useDoing } from '../parts/doing.js';
import { ReasonForm } from './reason-form.js';

const POLL_MS = 500;

interface RedriveProps {
  /** Which, in words. */
  readonly what: string;
  /** Which, as the API takes it. */
  readonly meant: object;
  readonly onDone: () => void;
}

/** The way back, after one has seen what would be sent. */
export function Redrive({ what, meant, onDone }: RedriveProps) {
  const [preview, setPreview] = useState<RedrivePreview | null>(null);
  const [operation, setOperation] = useState<Operation | null>(null);
  const doing = useDoing();
  const look = () =>
    doing.run(async () => {
      setOperation(null);
      setPreview(await postJson<RedrivePreview>('/v1/dead-letters/redrive/preview', meant));
    });
  const send = (reason: string, form: FormData) =>
    doing.run(async () => {
      const request = { ...meant, reason, rate: Number(form.get('rate')) };
      let at = await postJson<Operation>('/v1/dead-letters/redrive', request);
      setPreview(null);
      setOperation(at);
      while (at.state === 'running') {
        await pauseWhileHidden(POLL_MS, new AbortController().signal);
        at = await getJson<Operation>(`/v1/operations/${encodeURIComponent(at.id)}`);
        setOperation(at);
      }
      onDone();
    });
  return (
    <div className="redrive">
      {preview === null && (
        <button type="button" onClick={look} disabled={doing.isBusy}>
          Redrive {what} …
        </button>
      )}
      {preview !== null && (
        <>
          <PreviewText preview={preview} />
          {preview.count > 0 && (
            <ReasonForm verb={`Redrive ${preview.count}`} isBusy={doing.isBusy} onGiven={send}>
              <label>
                <span>A second, at most</span>
                <input name="rate" type="number" min={1} max={1_000} defaultValue={50} required />
              </label>
            </ReasonForm>
          )}
          <button type="button" className="quiet" onClick={() => setPreview(null)}>
            Leave it
          </button>
        </>
      )}
      <DoingError error={doing.error} />
      {operation !== null && <p role="status">{wordsOf(operation)}</p>}
    </div>
  );
}

export function PreviewText({ preview }: { readonly preview: RedrivePreview }) {
  const { count, sentBefore, withoutWayBack, isComplete, byReason } = preview;
  return (
    <>
      <p>
        {isComplete ? count : `More than ${count}`} would be sent back to be tried again
        {sentBefore > 0 && `, ${sentBefore} are left out as they were sent back before`}
        {withoutWayBack > 0 && `, ${withoutWayBack} have no way back`}.
      </p>
      <ul>
        {byReason.map((each) => (
          <li key={`${each.topic}/${each.group}/${each.class}/${each.code}`}>
            {each.count} × {each.class}, {each.code}: {each.group} of {each.topic}
          </li>
        ))}
      </ul>
    </>
  );
}

export function wordsOf({ state, counts, error }: Operation): string {
  const sent = `${counts['sent'] ?? 0} sent back`;
  if (state === 'running') return `${sent} so far …`;
  return state === 'done' ? `${sent}.` : `${sent}; then it ended: ${error ?? state}`;
}
