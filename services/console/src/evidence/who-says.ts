import type { Attribution, Claim } from '@tocsin/contracts';

/** Who says so, from the one who printed it inward: `RIA (media) › Almaty officials (government)`. */
export function whoSays(attribution: readonly Attribution[]): string {
  return attribution.map(speaker).join(' › ');
}

function speaker({ name, class: kind }: Attribution): string {
  const known = kind === 'none' ? null : kind.replaceAll('-', ' ');
  if (name === null) return known ?? 'someone';
  return known === null || known === name.toLowerCase() ? name : `${name} (${known})`;
}

/** The shortest answer to who says so, for one line of history; null when it is the article itself. */
export function closestSource({ attribution }: Pick<Claim, 'attribution'>): string | null {
  const last = attribution.at(-1);
  if (!last) return null;
  return last.class === 'none' ? last.name : last.class.replaceAll('-', ' ');
}
