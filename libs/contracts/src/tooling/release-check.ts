import type { TopicContract } from '../topics/contract.js';
import { breakingChanges } from './compatibility.js';
import type { JsonSchema } from './keywords.js';
import { schemaFileName } from './schema-files.js';

/** A released schema by its file name. */
export type ReleasedSchemas = ReadonlyMap<string, JsonSchema>;

const FILE = /^(.+)\.v(\d+)\.schema\.json$/;

/** One sentence per break with the newest release, each with the order of its roll-out; empty when there is none. */
export function releaseProblems(
  contracts: readonly TopicContract[],
  released: ReleasedSchemas,
): string[] {
  return [...released].flatMap(([file, schema]) => {
    const [, topic] = FILE.exec(file) ?? [];
    const contract = contracts.find(({ name }) => name === topic);
    if (!contract) return [`${file}: its topic is gone; old records could not be read`];
    const current = contract.versions.find(
      ({ version }) => schemaFileName(contract.name, version) === file,
    );
    if (!current) return [`${file}: the version is gone while its records may still be retained`];
    return breakingChanges(schema, current.schema as JsonSchema).map(
      ({ path, rule }) => `${file}: ${path} ${rule}. ${rollout(contract, current.version)}`,
    );
  });
}

function rollout(contract: TopicContract, broken: number): string {
  const next = broken + 1;
  const consumers = contract.consumers.join(', ') || 'subscribers';
  return [
    `Keep version ${broken} as it is and add version ${next} with an upcaster, then roll out:`,
    `1. consumers (${consumers}), which then read both;`,
    `2. producers (${contract.producers.join(', ')});`,
    `3. drop version ${broken} when its last record is past retention.`,
  ].join(' ');
}
