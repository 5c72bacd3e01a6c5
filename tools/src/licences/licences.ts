import satisfies from 'spdx-satisfies';
import type { LockedPackage } from './lock-file.js';

/**
 * Licences under which others' work may be used beside ours: permissive ones, dedications to the public, those for data
 * that ask to be named, and MPL-2.0, which binds only its own files, and those we don't change.
 */
export const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  // Into the public domain, as CC0-1.0.
  'Unlicense',
];

/** Packages whose licence npm could not write down, each with what it says itself and why it may be used. */
export const KNOWN: Readonly<Record<string, string>> = {
  'world-countries':
    'ODbL-1.0: its data is named in libs/geocoding/data/README.md; only tooling reads it',
};

/** Packages under no licence that we allow, one sentence each. `A OR B` is ours to choose; `A AND B` must both be allowed. */
export const refusedLicences = (
  packages: readonly LockedPackage[],
  known: Readonly<Record<string, string>> = KNOWN,
): string[] =>
  packages
    .filter(({ name, license }) => !isAllowed(license) && !Object.hasOwn(known, name))
    .map(
      ({ name, version, license }) =>
        `${name}@${version} is under ${license ?? 'no licence that it states'}`,
    );

function isAllowed(license: string | undefined): boolean {
  try {
    return license !== undefined && satisfies(license, [...ALLOWED]);
  } catch {
    // "SEE LICENSE IN …" and the like are no expression.
    return false;
  }
}
