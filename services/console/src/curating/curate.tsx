import type { CuratedIncident, CurationChange, CurationRequest } from '@tocsin/contracts';
import { useState } from 'react';
import { getJson, postJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { DoingError, useDoing } from '../parts/doing.js';
import { Changes } from './changes.js';
import { requestOf, type CurationAction, type CurationForm } from './curation-request.js';
import { Given } from './given.js';

const ACTIONS: readonly (readonly [CurationAction, string])[] = [
  ['merge', 'It is the same as others'],
  ['split', 'Some of it is another incident'],
  ['retract', 'It did not happen so'],
];
const EMPTY: CurationForm = {
  action: 'merge',
  others: '',
  mentions: new Set(),
  reason: '',
  by: '',
};

/** Where an analyst corrects an incident, after having seen what that would do. */
export function Curate({
  incidentId,
  onDone,
}: {
  readonly incidentId: string;
  readonly onDone: () => void;
}) {
  const [form, setForm] = useState(EMPTY);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const doing = useDoing();
  const at = `/v1/curations/incidents/${encodeURIComponent(incidentId)}`;
  const known = useAnswer(at, (signal) => getJson<CuratedIncident>(at, signal));
  const change = (changes: Partial<CurationForm>) => {
    setForm({ ...form, ...changes });
    setPreview(null);
    setDone(null);
  };
  const look = () =>
    doing.run(async () => {
      const request = requestOf(incidentId, form, crypto.randomUUID());
      if (typeof request === 'string') return setDone(request);
      setDone(null);
      const { changes } = await postJson<Changed>('/v1/curations/preview', request);
      setPreview({ request, changes });
    });
  const give = ({ request }: Preview) =>
    doing.run(async () => {
      await postJson('/v1/curations', request);
      setPreview(null);
      setForm(EMPTY);
      setDone('It is given, and takes effect within seconds.');
      onDone();
    });
  return (
    <details className="curate">
      <summary>Correct it …</summary>
      <fieldset>
        <legend>What is wrong</legend>
        {ACTIONS.map(([action, words]) => (
          <label key={action}>
            <input
              type="radio"
              name="action"
              checked={form.action === action}
              onChange={() => change({ action })}
            />
            {words} ({action})
          </label>
        ))}
      </fieldset>
      {form.action === 'merge' && (
        <label>
          <span>Ids or addresses of the others</span>
          <input value={form.others} onChange={(e) => change({ others: e.target.value })} />
        </label>
      )}
      {form.action === 'split' && known.status === 'ready' && (
        <Mentions
          mentions={known.value.mentions}
          chosen={form.mentions}
          onChange={(mentions) => change({ mentions })}
        />
      )}
      <label>
        <span>Reason, which is kept</span>
        <input
          value={form.reason}
          maxLength={1_000}
          onChange={(e) => change({ reason: e.target.value })}
        />
      </label>
      <label>
        <span>Your name, which is kept</span>
        <input value={form.by} maxLength={200} onChange={(e) => change({ by: e.target.value })} />
      </label>
      <button type="button" onClick={look} disabled={doing.isBusy}>
        See what it would do
      </button>
      {preview !== null && (
        <>
          <Changes changes={preview.changes} />
          <button type="button" onClick={() => give(preview)} disabled={doing.isBusy}>
            {`Do it: ${preview.request.action}`}
          </button>
        </>
      )}
      <DoingError error={doing.error} />
      {done !== null && <p role="status">{done}</p>}
      {known.status === 'ready' && <Given curations={known.value.curations} />}
    </details>
  );
}

interface Changed {
  readonly changes: readonly CurationChange[];
}
interface Preview extends Changed {
  readonly request: CurationRequest;
}

interface MentionsProps {
  readonly mentions: CuratedIncident['mentions'];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

function Mentions({ mentions, chosen, onChange }: MentionsProps) {
  return (
    <fieldset>
      <legend>Which mentions leave</legend>
      {mentions.map(({ mentionId, title, summary }) => (
        <label key={mentionId}>
          <input
            type="checkbox"
            checked={chosen.has(mentionId)}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.target.checked) next.add(mentionId);
              else next.delete(mentionId);
              onChange(next);
            }}
          />
          {title}: {summary}
        </label>
      ))}
    </fieldset>
  );
}
