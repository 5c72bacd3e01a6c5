import type { ReactNode } from 'react';

/** Only these may be followed: an article's address comes from outside, and `javascript:` is one, too. */
export function isWebAddress(url: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** A link out of the console; plain text where the address is none of the web's. */
export function OutsideLink({
  url,
  children,
}: {
  readonly url: string;
  readonly children: ReactNode;
}) {
  if (!isWebAddress(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
