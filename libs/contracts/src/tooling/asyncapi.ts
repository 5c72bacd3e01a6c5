import { stringify } from 'yaml';
import type { ServiceName, TopicContract } from '../topics/contract.js';
import { deadLetterTopic, retryTopics } from '../topics/derived.js';
import { provisioningOf } from '../topics/provisioning.js';
import { schemaFileName } from './schema-files.js';

/** Text of `docs/asyncapi.yaml`, AsyncAPI 3.0: every topic, its message and who sends and receives it. */
export function renderAsyncApi(contracts: readonly TopicContract[]): string {
  const document = {
    asyncapi: '3.0.0',
    info: {
      title: 'Tocsin',
      version: '0.1.0',
      description: 'News in, incidents out. Generated from libs/contracts: change it there.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(contracts.map((contract) => [contract.name, channel(contract)])),
    operations: Object.fromEntries(contracts.flatMap(operations)),
  };
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

function channel(contract: TopicContract): object {
  const [spec] = provisioningOf([contract], '');
  return {
    address: contract.name,
    description: contract.description,
    messages: { [contract.name]: message(contract) },
    bindings: {
      kafka: {
        topic: contract.name,
        partitions: contract.broker.partitions,
        topicConfiguration: configuration(spec?.config ?? {}),
        bindingVersion: '0.5.0',
      },
    },
    'x-owner': contract.owner,
    'x-max-value-bytes': contract.maxValueBytes,
    'x-consumer-groups': Object.fromEntries(
      contract.consumers.map((group) => [
        group,
        {
          retry: retryTopics(contract.name, group, contract.retryDelaysMs).map(({ name }) => name),
          deadLetters: deadLetterTopic(contract.name, group),
        },
      ]),
    ),
  };
}

/** The binding wants the policy as a list and every other value as a number. */
const configuration = (config: Readonly<Record<string, string>>): object =>
  Object.fromEntries(
    Object.entries(config).map(([name, value]) => [
      name,
      name === 'cleanup.policy' ? [value] : Number(value),
    ]),
  );

function message(contract: TopicContract): object {
  const newest = contract.versions[contract.versions.length - 1]?.version ?? 1;
  return {
    name: contract.name,
    contentType: 'application/json',
    headers: {
      type: 'object',
      required: ['schema-version', ...Object.keys(contract.headers ?? {})],
      properties: {
        'schema-version': { type: 'string', const: String(newest) },
        traceparent: { type: 'string', description: 'W3C trace context' },
        ...Object.fromEntries(
          Object.entries(contract.headers ?? {}).map(([name, description]) => [
            name,
            { type: 'string', description },
          ]),
        ),
      },
    },
    payload: {
      schemaFormat: 'application/schema+json;version=draft-2020-12',
      schema: { $ref: `../libs/contracts/schemas/${schemaFileName(contract.name, newest)}` },
    },
    bindings: {
      kafka: { key: { type: 'string', description: contract.key }, bindingVersion: '0.5.0' },
    },
  };
}

function operations(contract: TopicContract): Array<readonly [string, object]> {
  const ref = { $ref: `#/channels/${contract.name}` };
  const operation = (action: 'send' | 'receive') => (service: ServiceName) =>
    [`${service}-${action}-${contract.name}`, { action, channel: ref }] as const;
  return [
    ...contract.producers.map(operation('send')),
    ...contract.consumers.map(operation('receive')),
  ];
}
