import type { BenchPage } from './pages.js';

/** How a page ended: with an article (or a tree), without, or by an error of the contestant's own. */
export const ENDS = ['found', 'refused', 'threw'] as const;
export type PageEnd = (typeof ENDS)[number];

/** Bytes to result, with everything between; true where something was found. May throw. */
export type ReadPage = (page: BenchPage) => boolean;

/** Who is measured: a module for each, so that a process loads only its own. */
export const CONTESTANTS = {
  ours: {
    title: 'ours',
    load: async () => (await import('./ours.js')).readPage,
  },
  readability: {
    title: 'Readability on linkedom',
    load: async () => (await import('./readability.js')).readPage,
  },
  floor: {
    title: 'bare htmlparser2',
    load: async () => (await import('./floor.js')).readPage,
  },
} satisfies Record<string, { readonly title: string; load(): Promise<ReadPage> }>;

export type ContestantName = keyof typeof CONTESTANTS;
export const CONTESTANT_NAMES = Object.keys(CONTESTANTS) as ContestantName[];
