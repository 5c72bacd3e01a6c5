import type { Block, Run } from '../evidence/highlight.js';

interface MarkedTextProps {
  readonly blocks: readonly Block[];
  /** Place of the chosen claim in the list that the text was cut by; -1 for none. */
  readonly chosen: number;
}

/** An article as text: whatever is written in it stays letters. */
export function MarkedText({ blocks, chosen }: MarkedTextProps) {
  return blocks.map(({ part, runs }, at) => {
    const content = runs.map((run, n) => <Marked key={n} run={run} chosen={chosen} />);
    if (part === 'title') return <h3 key={at}>{content}</h3>;
    return (
      <p key={at} className={part}>
        {content}
      </p>
    );
  });
}

function Marked({ run: { text, claims }, chosen }: { readonly run: Run; readonly chosen: number }) {
  if (claims.length === 0) return <>{text}</>;
  return <mark className={claims.includes(chosen) ? 'chosen' : undefined}>{text}</mark>;
}
