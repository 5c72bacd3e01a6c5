import { sentenceOf } from '../api/api-error.js';

/** While something is on its way: the shape of what will be there, so that nothing jumps. */
export function Loading({ what, rows = 6 }: { readonly what: string; readonly rows?: number }) {
  return (
    <div className="loading" role="status">
      <span className="hidden">{`Loading ${what} …`}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="bone" aria-hidden="true" />
      ))}
    </div>
  );
}

interface FailedProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** What went wrong, in a sentence, and a way on. */
export function Failed({ error, retry }: FailedProps) {
  return (
    <div className="notice" role="alert">
      <h2>That did not work</h2>
      <p>{sentenceOf(error)}</p>
      <button type="button" onClick={retry}>
        Try again
      </button>
    </div>
  );
}
