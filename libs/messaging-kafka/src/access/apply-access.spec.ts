import { describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import type { AclEntry } from 'kafkajs';
import { compared } from './apply-access.js';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const entry = (name: string, changes: Partial<AclEntry> = {}): AclEntry => ({
  principal: 'User:tocsin-store',
  host: '*',
  operation: AclOperationTypes.READ,
  permissionType: AclPermissionTypes.ALLOW,
  resourceType: AclResourceTypes.TOPIC,
  resourceName: name,
  resourcePatternType: ResourcePatternTypes.LITERAL,
  ...changes,
});

describe('access lists as they are beside those that are wanted', () => {
  it('lack what is new and have too much of what is old', () => {
    const wanted = [entry('stays'), entry('new')];
    const { missing, superfluous } = compared(wanted, [entry('old'), entry('stays')]);
    expect(missing).toEqual([entry('new')]);
    expect(superfluous).toEqual([entry('old')]);
  });

  it('are the same in whatever order they come', () => {
    const wanted = [entry('a'), entry('b')];
    expect(compared(wanted, wanted.toReversed())).toEqual({ missing: [], superfluous: [] });
  });

  it.each([
    { operation: AclOperationTypes.WRITE },
    { resourcePatternType: ResourcePatternTypes.PREFIXED },
    { resourceType: AclResourceTypes.GROUP },
    { permissionType: AclPermissionTypes.DENY },
    { host: '10.0.0.1' },
  ])('differ by %j alone: the one is granted, the other taken back', (changes) => {
    const other = entry('a', changes);
    expect(compared([entry('a')], [other])).toEqual({
      missing: [entry('a')],
      superfluous: [other],
    });
  });
});
