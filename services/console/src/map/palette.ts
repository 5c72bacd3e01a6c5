import { KIND_KEYS, type KindKey } from '../model/incident-kind.js';

/** The theme's colours as the map's canvas takes them: it knows no custom properties. */
export interface Palette {
  readonly kinds: Readonly<Record<KindKey, string>>;
  readonly sea: string;
  readonly land: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  readonly surface: string;
  readonly link: string;
  readonly brand: string;
}

const NAMES = ['sea', 'land', 'border', 'text', 'muted', 'surface', 'link', 'brand'] as const;

/** Reads the colours from the page as it looks now. */
export function readPalette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const resolve = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const kinds = Object.fromEntries(KIND_KEYS.map((key) => [key, resolve(`k-${key}`)]));
  const others = Object.fromEntries(NAMES.map((name) => [name, resolve(name)]));
  probe.remove();
  return { ...others, kinds } as unknown as Palette;
}
