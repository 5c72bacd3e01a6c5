import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const system = window.matchMedia(DARK);
  const chosen = new MutationObserver(listener);
  system.addEventListener('change', listener);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', listener);
    chosen.disconnect();
  };
}

/** Changes whenever the colours do, for what is not drawn by style sheets. */
export const useThemeKey = (): string =>
  useSyncExternalStore(
    subscribe,
    () => `${document.documentElement.dataset['theme']}/${window.matchMedia(DARK).matches}`,
  );
