import { useState } from 'react';
import { sentenceOf } from '../api/api-error.js';

/** Something that is being done, or how it went. */
export interface Doing {
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Does it, and keeps what went wrong for `DoingError`. */
  readonly run: (work: () => Promise<void>) => void;
}

export function useDoing(): Doing {
  const [state, setState] = useState<{ isBusy: boolean; error: unknown }>({
    isBusy: false,
    error: null,
  });
  const run = (work: () => Promise<void>) => {
    setState({ isBusy: true, error: null });
    work().then(
      () => setState({ isBusy: false, error: null }),
      (error: unknown) => setState({ isBusy: false, error }),
    );
  };
  return { ...state, run };
}

/** What went wrong, in a sentence; nothing where nothing did. */
export function DoingError({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <p className="wrong" role="alert">
      {sentenceOf(error)}
    </p>
  );
}
