/**
 * A site's name read from its end, `example.news.www`: whatever lies below a domain begins with it, so that an index
 * finds a site with all its parts. Null for what is no address.
 */
export function hostKeyOf(url: string): string | null {
  try {
    const { hostname } = new URL(url);
    return hostname === '' ? null : keyOfHost(hostname);
  } catch {
    return null;
  }
}

export const keyOfHost = (host: string): string =>
  host.toLowerCase().split('.').reverse().join('.');

/** The key itself and those of the domains above it, the longest first; at last `*`, which stands for all. */
export function keysAbove(key: string | null): string[] {
  if (key === null) return [EVERYWHERE];
  const labels = key.split('.');
  return [...labels.map((_, at) => labels.slice(0, labels.length - at).join('.')), EVERYWHERE];
}

/** Stands for every source without a rule of its own. */
export const EVERYWHERE = '*';
