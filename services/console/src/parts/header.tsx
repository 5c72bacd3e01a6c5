import { useState } from 'react';
import { Link } from '../router/link.js';
import type { Route } from '../router/route.js';
import { KeyField } from './key-field.js';
import { chooseTheme, storedTheme, THEMES, type Theme } from './theme.js';

const THEME_SIGNS: Readonly<Record<Theme, string>> = { auto: '◐', light: '○', dark: '●' };

/** Name, pages and theme. */
export function Header({ page }: { readonly page: Route['page'] }) {
  const isIncidents = page !== 'pipeline' && page !== 'unknown';
  return (
    <header className="top">
      <Link href="/" className="brand">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 2a2 2 0 0 1 2 2v.6c3 .9 5 3.6 5 6.9V16l2 2.5V20H3v-1.5L5 16v-4.5c0-3.3 2-6 5-6.9V4a2 2 0 0 1 2-2Zm-2.5 19h5a2.5 2.5 0 0 1-5 0Z" />
        </svg>
        Tocsin
      </Link>
      <nav aria-label="Pages">
        <Link href="/" aria-current={isIncidents ? 'page' : undefined}>
          Incidents
        </Link>
        <Link href="/pipeline" aria-current={page === 'pipeline' ? 'page' : undefined}>
          Pipeline
        </Link>
      </nav>
      <KeyField />
      <ThemeButton />
    </header>
  );
}

function ThemeButton() {
  const [theme, setTheme] = useState(storedTheme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] as Theme;
  const change = () => {
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <button type="button" className="quiet theme" onClick={change} title={`Theme: ${theme}`}>
      <span aria-hidden="true">{THEME_SIGNS[theme]}</span>
      <span className="hidden">{`Theme: ${theme}; change to ${next}`}</span>
    </button>
  );
}
