import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const announce = () => listeners.forEach((listener) => listener());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Path and query of the page, as of now and whenever they change. */
export function useAddress(): { readonly path: string; readonly search: string } {
  const path = useSyncExternalStore(subscribe, () => window.location.pathname);
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return { path, search };
}

/** Goes to another page of the console; the way back leads here. */
export function goTo(url: string): void {
  window.history.pushState(null, '', url);
  window.scrollTo(0, 0);
  announce();
}

/** Changes what the address says about this page. A word being typed is no page of the history. */
export function putAddress(url: string, step: 'new' | 'same'): void {
  if (step === 'new') window.history.pushState(null, '', url);
  else window.history.replaceState(null, '', url);
  announce();
}
