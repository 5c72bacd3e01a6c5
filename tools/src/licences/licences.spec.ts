import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../stack/folders.js';
import { auditResult } from './audit.js';
import { KNOWN, refusedLicences } from './licences.js';
import {
  lockedPackages,
  lockFile,
  looseEntries,
  looseVersions,
  readLockFile,
} from './lock-file.js';

const locked = (entry: object) => ({
  name: 'x',
  version: '1.0.0',
  integrity: 'sha512-x',
  ...entry,
});

describe('the lock file', () => {
  it('tells what others made, by its name wherever it lies', () => {
    const packages = lockedPackages(
      JSON.stringify({
        packages: {
          '': { version: '1' },
          'libs/config': { version: '1' },
          'node_modules/@tocsin/config': { link: true },
          'node_modules/@a/b': { version: '1', license: 'MIT' },
          'node_modules/c/node_modules/d': { version: '2' },
        },
      }),
    );
    expect(packages.map(({ name, version }) => `${name}@${version}`)).toEqual(['@a/b@1', 'd@2']);
  });

  it('holds everything by the registry’s hash, and nothing by an address', () => {
    expect(
      looseEntries([locked({ integrity: undefined }), locked({ integrity: 'sha1-x' })]),
    ).toHaveLength(2);
    expect(looseEntries([locked({ resolved: 'git+ssh://git@example.org/x.git' })])).toHaveLength(1);
    expect(looseEntries(readLockFile(ROOT))).toEqual([]);
  });
});

describe('what our packages ask for', () => {
  it('is one version each, not a range', () => {
    const packages = {
      '': { devDependencies: { a: '1.2.3', b: '^1.2.3' } },
      'libs/x': { dependencies: { c: '1.2.3-beta.4', d: 'latest' } },
      'node_modules/e': { dependencies: { f: '^1.0.0' } },
    };
    expect(looseVersions(JSON.stringify({ packages }))).toEqual([
      'the root asks for b ^1.2.3',
      'libs/x asks for d latest',
    ]);
    expect(looseVersions(lockFile(ROOT))).toEqual([]);
  });
});

describe('licences', () => {
  it.each(['MIT', '(MIT OR GPL-3.0)', 'Apache-2.0 AND MIT', '(MIT AND CC-BY-3.0)'])(
    'that may be used: %s',
    (license) => expect(refusedLicences([locked({ license })])).toEqual([]),
  );

  it.each([
    'GPL-3.0',
    'MIT AND GPL-3.0',
    'AGPL-3.0-only',
    'SEE LICENSE IN LICENSE.md',
    'UNLICENSED',
    undefined,
  ])('that may not: %s', (license) =>
    expect(refusedLicences([locked({ license })])).toHaveLength(1),
  );

  it('of everything in the lock file may be used', () => {
    expect(refusedLicences(readLockFile(ROOT))).toEqual([]);
  });

  it('that were looked up by hand are of packages that are there', () => {
    const names = new Set(readLockFile(ROOT).map(({ name }) => name));
    expect(Object.keys(KNOWN).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('asking for known weaknesses', () => {
  it('tells the grave ones from the others', () => {
    const weakness = (name: string, severity: string) => ({ name, severity, range: '<2' });
    const vulnerabilities = { a: weakness('a', 'critical'), b: weakness('b', 'moderate') };
    expect(auditResult(JSON.stringify({ vulnerabilities }))).toEqual({
      kind: 'asked',
      grave: ['critical: a <2'],
      others: ['moderate: b <2'],
    });
  });

  it.each([
    [
      JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } }),
      '405 Method Not Allowed',
    ],
    [
      JSON.stringify({ error: { summary: 'audit endpoint returned an error' } }),
      'audit endpoint returned an error',
    ],
    ['', 'spawn npm ENOENT'],
  ])('says so where nobody answers, and never that all is well: %s', (output, why) => {
    expect(auditResult(output, 'spawn npm ENOENT\nat …')).toEqual({ kind: 'not asked', why });
  });
});
