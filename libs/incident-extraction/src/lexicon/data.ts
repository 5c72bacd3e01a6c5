import { readFileSync } from 'node:fs';

/** Reads one of the library's data files; they ship with it, so a missing one is a broken install. */
export function readData<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')) as T;
}
