import type { TopicContract } from '../topics/contract.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** `<topic>.v<N>.schema.json` */
export const schemaFileName = (topic: string, version: number): string =>
  `${topic}.v${version}.schema.json`;

/** Text of every schema file of the contracts, by file name: one for each version that can be read. */
export function schemaFiles(contracts: readonly TopicContract[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { name, description, versions } of contracts) {
    for (const { version, schema } of versions) {
      const file = schemaFileName(name, version);
      const head = { $schema: DIALECT, $id: `urn:tocsin:schema:${name}:${version}`, title: name };
      files.set(file, `${JSON.stringify({ ...head, description, ...schema }, null, 2)}\n`);
    }
  }
  return files;
}
