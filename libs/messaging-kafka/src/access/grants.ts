import { type ServiceName, type TopicContract, type TopicNaming, topics } from '@tocsin/contracts';
import { releaseGroup } from '@tocsin/messaging';

/** A principal of ours: each service, and what scales them by how far behind they are. */
export type Member = ServiceName | 'scaler';

/** Who has rights of its own on the brokers: our members, and whoever subscribes to what is public. */
export type Role = Member | 'subscriber';

export type Operation = 'read' | 'write' | 'describe' | 'describe-configs';

/** What a role may do with a topic or a consumer group; whatever is granted nowhere is refused. */
export interface Grant {
  readonly resource: 'topic' | 'group';
  readonly name: string;
  /** Whether `name` is the whole name or its beginning. */
  readonly pattern: 'literal' | 'prefixed';
  readonly operations: readonly Operation[];
}

export const MEMBERS: readonly Member[] = [
  'fetcher',
  'extractor',
  'deduplicator',
  'store',
  'cli',
  'scaler',
];

/** Those through which people look at groups, redrive dead letters and release fuses: command line and API. */
const OPERATORS: readonly Role[] = ['cli', 'store'];
/** Groups of subscribers begin so; nobody else's do. */
const SUBSCRIBER_GROUPS = 'subscriber-';
/** Those of the command line, which read once and commit nothing, under the same names in each deployment. */
const COMMAND_GROUPS = 'tocsin-cli-';
/** Passing groups that read logs for operators and commit nothing; no service's group begins so. */
const PASSING_GROUPS = 'tocsin-';

/** Looking at a topic as every service does when it boots. */
const LOOK: readonly Operation[] = ['describe', 'describe-configs'];

type Contract = TopicContract & { readonly name: keyof typeof topics };
const contracts = Object.values(topics) as readonly Contract[];

/**
 * Exactly what a role needs, by the contracts: who produces what, who consumes it, and the group's retries and dead
 * letters. Nothing else states it, so that it can't be out of date.
 */
export function grantsOf(role: Role, naming: TopicNaming): Grant[] {
  if (role === 'subscriber') return subscriberGrants(naming);
  if (role === 'scaler') return merged(contracts.flatMap(scalerGrants(naming)));
  const grants = contracts.flatMap(serviceGrants(role, naming));
  return merged(OPERATORS.includes(role) ? [...grants, ...operatorGrants(naming)] : grants);
}

/**
 * Every page that is read ends as a record here. That something came lately is no secret, and tells a subscriber
 * silence from breakage: its ends may be seen, its records not.
 */
const HEARTBEAT = 'article-settled';

function subscriberGrants(naming: TopicNaming): Grant[] {
  return [
    ...publicTopics(naming),
    topic(naming.physical(HEARTBEAT), ['describe']),
    groupsOf(naming.groupId(SUBSCRIBER_GROUPS)),
    groupsOf(COMMAND_GROUPS),
  ];
}

const publicTopics = (naming: TopicNaming): Grant[] =>
  contracts
    .filter(({ isPublic }) => isPublic)
    .map(({ name }) => topic(naming.physical(name), ['read', 'describe']));

const scalerGrants =
  (naming: TopicNaming) =>
  ({ name, consumers }: Contract): Grant[] =>
    consumers.flatMap((each) => [
      topic(naming.physical(name), ['describe']),
      group(naming.groupId(each), ['describe']),
    ]);

const serviceGrants =
  (service: ServiceName, naming: TopicNaming) =>
  ({ name, producers, consumers }: Contract): Grant[] => {
    const physical = naming.physical(name);
    const produces = producers.includes(service) ? [topic(physical, ['write', ...LOOK])] : [];
    if (!consumers.includes(service)) return produces;
    return [
      ...produces,
      topic(physical, ['read', ...LOOK]),
      ...naming
        .retryTopicsOf(name, service)
        .map((retry) => topic(retry.name, ['read', 'write', ...LOOK])),
      topic(naming.deadLetterTopicOf(name, service), ['write', ...LOOK]),
      group(naming.groupId(service), ['read']),
      group(releaseGroup(naming.groupId(service)), ['describe']),
    ];
  };

function operatorGrants(naming: TopicNaming): Grant[] {
  const readings = contracts.flatMap(({ name, consumers }) =>
    consumers.flatMap((each) => [
      topic(naming.physical(name), ['read', 'describe']),
      ...naming
        .retryTopicsOf(name, each)
        .map((retry) => topic(retry.name, ['read', 'write', 'describe'])),
      topic(naming.deadLetterTopicOf(name, each), ['read', 'describe']),
      group(naming.groupId(each), ['describe']),
      group(releaseGroup(naming.groupId(each)), ['read']),
    ]),
  );
  return [...readings, ...publicTopics(naming), groupsOf(PASSING_GROUPS)];
}

const topic = (name: string, operations: readonly Operation[]): Grant => ({
  resource: 'topic',
  name,
  pattern: 'literal',
  operations,
});
const group = (name: string, operations: readonly Operation[]): Grant => ({
  ...topic(name, operations),
  resource: 'group',
});

const groupsOf = (prefix: string): Grant => ({ ...group(prefix, ['read']), pattern: 'prefixed' });

/** One grant for each resource, with all that was asked for it. */
function merged(grants: readonly Grant[]): Grant[] {
  const same = Map.groupBy(
    grants,
    ({ resource, name, pattern }) => `${resource} ${pattern} ${name}`,
  );
  return [...same.values()].map((several) => ({
    ...(several[0] as Grant),
    operations: [...new Set(several.flatMap(({ operations }) => operations))],
  }));
}
