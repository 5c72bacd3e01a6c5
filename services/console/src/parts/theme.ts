export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'tocsin-theme';

/** What was chosen on an earlier visit; `auto` follows the system. */
export function storedTheme(storage: Pick<Storage, 'getItem'> = localStorage): Theme {
  try {
    const stored = storage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? 'auto';
  } catch {
    return 'auto';
  }
}

/** Shows the theme now and on later visits, where the browser keeps anything. */
export function chooseTheme(theme: Theme, storage: Pick<Storage, 'setItem'> = localStorage): void {
  applyTheme(theme);
  try {
    storage.setItem(KEY, theme);
  } catch {
    // A browser that stores nothing shows it until the page is closed.
  }
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}
