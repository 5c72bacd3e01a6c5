import type { Kind } from '../model/incident-kind.js';

/** The kind's outline in its colour; the words stand beside it. */
export function KindSign({ kind }: { readonly kind: Kind }) {
  return (
    <svg className={`sign kind-${kind.key}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={kind.path} />
    </svg>
  );
}
