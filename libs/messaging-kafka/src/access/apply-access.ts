import type { TopicNaming } from '@tocsin/contracts';
import { type MessagingLog, PermanentError } from '@tocsin/messaging';
import kafkajs from 'kafkajs';
import type { AclEntry, Admin } from 'kafkajs';

import type { KafkaOptions } from '../kafka-client.js';
import { protocolType } from '../kafka-errors.js';
import { untilSeen } from '../until-seen.js';
import { withAdmin } from '../with-admin.js';
import { type Grant, grantsOf, type Member, MEMBERS, type Operation } from './grants.js';

export interface AccessPlan {
  readonly naming: TopicNaming;
  /** As the brokers call a member: `User:tocsin-store`, or the subject of its certificate. */
  readonly principalOf: (member: Member) => string;
  /** Whole principals of those who subscribe to what is public. */
  readonly subscribers: readonly string[];
}

export interface AccessReport {
  /** In words, as `User:tocsin-store may read topic incident-revised`. */
  readonly granted: readonly string[];
  readonly withdrawn: readonly string[];
}

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;
const OPERATIONS: Readonly<Record<Operation, number>> = {
  read: AclOperationTypes.READ,
  write: AclOperationTypes.WRITE,
  describe: AclOperationTypes.DESCRIBE,
  'describe-configs': AclOperationTypes.DESCRIBE_CONFIGS,
};
const RESOURCES = { topic: AclResourceTypes.TOPIC, group: AclResourceTypes.GROUP };
const PATTERNS = {
  literal: ResourcePatternTypes.LITERAL,
  prefixed: ResourcePatternTypes.PREFIXED,
};

/**
 * Brings the brokers' access lists to what the contracts say: grants what is missing and takes from our
 * members' principals what they no longer need. What subscribers have beside is theirs.
 *
 * @throws PermanentError ERR_KAFKA_NO_AUTHORIZER when the brokers keep no access lists
 * @throws DependencyDownError ERR_KAFKA_DENIED when we may not change them
 */
export const applyAccess = (
  options: KafkaOptions,
  plan: AccessPlan,
  log: MessagingLog,
): Promise<AccessReport> =>
  withAdmin(options, log, async (admin) => {
    const report = { granted: [] as string[], withdrawn: [] as string[] };
    for (const member of MEMBERS) {
      const principal = plan.principalOf(member);
      const wanted = entriesOf(principal, grantsOf(member, plan.naming));
      const { missing, superfluous } = compared(wanted, await listed(admin, principal));
      await grant(admin, missing);
      if (superfluous.length > 0) await admin.deleteAcls({ filters: [...superfluous] });
      await untilSeen(`what ${principal} may do`, async () => {
        const left = compared(wanted, await listed(admin, principal));
        return left.missing.length + left.superfluous.length === 0;
      });
      report.granted.push(...missing.map(inWords));
      report.withdrawn.push(...superfluous.map(inWords));
    }
    for (const principal of plan.subscribers) {
      const wanted = entriesOf(principal, grantsOf('subscriber', plan.naming));
      const { missing } = compared(wanted, await listed(admin, principal));
      await grant(admin, missing);
      await untilSeen(`what ${principal} may do`, async () => {
        return compared(wanted, await listed(admin, principal)).missing.length === 0;
      });
      report.granted.push(...missing.map(inWords));
    }
    return report;
  });

const grant = async (admin: Admin, entries: readonly AclEntry[]): Promise<void> => {
  if (entries.length > 0) await admin.createAcls({ acl: [...entries] });
};

const entriesOf = (principal: string, grants: readonly Grant[]): AclEntry[] =>
  grants.flatMap(({ resource, name, pattern, operations }) =>
    operations.map((operation) => ({
      principal,
      host: '*',
      operation: OPERATIONS[operation],
      permissionType: AclPermissionTypes.ALLOW,
      resourceType: RESOURCES[resource],
      resourceName: name,
      resourcePatternType: PATTERNS[pattern],
    })),
  );

async function listed(admin: Admin, principal: string): Promise<AclEntry[]> {
  try {
    const { resources } = await admin.describeAcls({
      principal,
      resourceType: AclResourceTypes.ANY,
      resourcePatternType: ResourcePatternTypes.ANY,
      operation: AclOperationTypes.ANY,
      permissionType: AclPermissionTypes.ANY,
    });
    return resources.flatMap(({ acls, ...resource }) =>
      acls.map((acl) => ({ ...resource, ...acl })),
    );
  } catch (error) {
    if (protocolType(error) !== 'SECURITY_DISABLED') throw error;
    throw new PermanentError(
      'ERR_KAFKA_NO_AUTHORIZER',
      'The brokers keep no access lists: set their authorizer.class.name, or TOCSIN_KAFKA_ACCESS_LISTS=off.',
      'PERMANENT',
      { cause: error },
    );
  }
}

/** @returns what of `wanted` is not there yet, and what is there beyond it */
export function compared(wanted: readonly AclEntry[], there: readonly AclEntry[]) {
  const known = new Set(there.map(keyOf));
  const needed = new Set(wanted.map(keyOf));
  return {
    missing: wanted.filter((entry) => !known.has(keyOf(entry))),
    superfluous: there.filter((entry) => !needed.has(keyOf(entry))),
  };
}

const keyOf = (entry: AclEntry): string =>
  [
    entry.principal,
    entry.host,
    entry.operation,
    entry.permissionType,
    entry.resourceType,
    entry.resourcePatternType,
    entry.resourceName,
  ].join(' ');

const nameIn = (names: Readonly<Record<string, number>>, code: number): string =>
  Object.keys(names).find((name) => names[name] === code) ?? String(code);

function inWords(entry: AclEntry): string {
  const { principal, operation, resourceType, resourceName, resourcePatternType } = entry;
  const end = resourcePatternType === ResourcePatternTypes.PREFIXED ? '*' : '';
  const may = entry.permissionType === AclPermissionTypes.ALLOW ? 'may' : 'may not';
  return `${principal} ${may} ${nameIn(OPERATIONS, operation)} ${nameIn(RESOURCES, resourceType)} ${resourceName}${end}`;
}
