import { describe, expect, it } from '@jest/globals';
import { topics, withPrefix } from '@tocsin/contracts';
import { serviceTopics } from '../service-topics.js';
import { type Grant, grantsOf, MEMBERS, type Operation, type Role } from './grants.js';

const naming = withPrefix('x.');
const granted = (role: Role, operation: Operation, resource: Grant['resource'] = 'topic') =>
  grantsOf(role, naming)
    .filter((grant) => grant.resource === resource && grant.operations.includes(operation))
    .map(({ name }) => name);

describe('what a service may do', () => {
  it('is write what its contracts let it produce, and its own retries and dead letters', () => {
    expect(granted('fetcher', 'write').sort()).toEqual([
      'x.article-fetched',
      'x.article-fetched-backfill',
      'x.article-settled',
    ]);
    const written = granted('extractor', 'write');
    expect(written).toContain('x.article-fetched-extractor-dlq');
    expect(written).toContain('x.article-fetched-extractor-retry-10s');
    expect(written).not.toContain('x.article-fetched');
  });

  it('is read what it consumes, as its own group, and nothing of its dead letters', () => {
    expect(granted('deduplicator', 'read').filter((name) => !name.includes('-retry-'))).toEqual([
      'x.incident-extracted',
      'x.incident-curated',
    ]);
    expect(granted('deduplicator', 'read', 'group')).toEqual(['x.deduplicator']);
    expect(granted('fetcher', 'read')).toEqual([]);
  });

  it.each(['fetcher', 'extractor', 'deduplicator', 'store'] as const)(
    'is look at all that %s checks when it boots',
    (service) => {
      const bare = withPrefix('');
      const seen = grantsOf(service, bare)
        .filter(({ operations }) => operations.includes('describe-configs'))
        .map(({ name }) => name);
      expect(seen.sort()).toEqual(
        serviceTopics(service, 1)
          .map(({ topic }) => topic)
          .sort(),
      );
    },
  );

  it('names each resource once', () => {
    for (const role of MEMBERS) {
      const names = grantsOf(role, naming).map(({ resource, name }) => `${resource} ${name}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('is known of every service that a contract names', () => {
    const named = Object.values(topics).flatMap(({ producers, consumers }) => [
      ...producers,
      ...consumers,
    ]);
    expect(MEMBERS).toEqual(expect.arrayContaining([...new Set<string>(named)]));
  });
});

describe('what operators may do', () => {
  it('is read dead letters of every group and send them to its retries', () => {
    expect(granted('cli', 'read')).toContain('x.article-fetched-extractor-dlq');
    expect(granted('cli', 'write')).toContain('x.incident-revised-store-retry-10s');
    expect(granted('store', 'read', 'group')).toContain('x.extractor-fuse-release');
    expect(granted('extractor', 'describe', 'group')).toEqual(['x.extractor-fuse-release']);
  });

  it('is not write what only services say', () => {
    expect(granted('cli', 'write')).not.toContain('x.incident-updated');
    expect(granted('cli', 'read', 'group')).not.toContain('x.extractor');
  });
});

describe('what the scaler may do', () => {
  it('is see how far behind each group is, and no record', () => {
    expect(granted('scaler', 'describe')).toContain('x.incident-extracted');
    expect(granted('scaler', 'describe', 'group').sort()).toEqual([
      'x.deduplicator',
      'x.extractor',
      'x.store',
    ]);
    const operations = grantsOf('scaler', naming).flatMap((grant) => grant.operations);
    expect(new Set(operations)).toEqual(new Set(['describe']));
  });
});

describe('what a subscriber may do', () => {
  it('is read what is public and see whether the line is at work, in groups of its own kind', () => {
    expect(grantsOf('subscriber', naming)).toEqual([
      {
        resource: 'topic',
        name: 'x.incident-updated',
        pattern: 'literal',
        operations: ['read', 'describe'],
      },
      {
        resource: 'topic',
        name: 'x.article-settled',
        pattern: 'literal',
        operations: ['describe'],
      },
      { resource: 'group', name: 'x.subscriber-', pattern: 'prefixed', operations: ['read'] },
      { resource: 'group', name: 'tocsin-cli-', pattern: 'prefixed', operations: ['read'] },
    ]);
  });
});
