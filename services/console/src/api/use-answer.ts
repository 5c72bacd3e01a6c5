import { useEffect, useReducer, useState } from 'react';

export type Answered<T> =
  | { readonly status: 'loading'; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: T; readonly retry: () => void }
  | { readonly status: 'failed'; readonly error: unknown; readonly retry: () => void };

type Seen<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly key: string; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown };

/**
 * What `read` gives for `key`; read anew when the key changes, and every so often where it is to be.
 * What was read before stays in sight until the next is there.
 */
export function useAnswer<T>(
  key: string,
  read: (signal: AbortSignal) => Promise<T>,
  everyMs?: number,
): Answered<T> {
  const [seen, setSeen] = useState<Seen<T>>({ status: 'loading' });
  const [round, retry] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const leaving = new AbortController();
    const again = everyMs === undefined ? undefined : setTimeout(retry, everyMs);
    read(leaving.signal)
      .then((value) => setSeen({ status: 'ready', key, value }))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setSeen({ status: 'failed', error });
      });
    return () => {
      leaving.abort();
      clearTimeout(again);
    };
  }, [key, round]);
  const isOfAnother = seen.status === 'ready' && seen.key !== key;
  return isOfAnother ? { status: 'loading', retry } : { ...seen, retry };
}
