import { describe, expect, it } from '@jest/globals';
import { missingFrom, named, shippedOnly, type Sbom } from './sbom.js';

const development = [{ name: 'cdx:npm:package:development', value: 'true' }];
const sbom: Sbom = {
  metadata: { component: { name: 'checkout', version: '0' } },
  components: [
    { 'bom-ref': 'plain', name: 'plain', version: '1.0.0' },
    { 'bom-ref': 'inside', group: '@scope', name: 'inside', version: '2.0.0' },
    { 'bom-ref': 'whole', name: '@scope/whole', version: '3.0.0' },
    { 'bom-ref': 'tool', name: 'tool', version: '4.0.0', properties: development },
    { 'bom-ref': 'both', name: 'both', version: '5.0.0', properties: development },
  ],
  dependencies: [
    { ref: 'checkout', dependsOn: ['plain', 'tool'] },
    { ref: 'tool', dependsOn: ['plain'] },
    { ref: 'plain' },
  ],
};

describe('a bill of materials', () => {
  it('is called after the project, not after the folder', () => {
    const { metadata, components } = named(sbom, 'tocsin', '0.1.0');
    expect(metadata.component).toEqual({ name: 'tocsin', version: '0.1.0' });
    expect(components).toBe(sbom.components);
  });

  it('is without what only builds and tests need, and without ways to it', () => {
    const { components, dependencies } = shippedOnly(sbom, [
      { name: 'both', version: '5.0.0', dev: true },
      { name: 'both', version: '5.0.0' },
    ]);
    expect(components.map(({ name }) => name)).toEqual(['plain', 'inside', '@scope/whole', 'both']);
    expect(dependencies).toEqual([
      { ref: 'checkout', dependsOn: ['plain'] },
      { ref: 'plain', dependsOn: [] },
    ]);
  });

  it('lists everything that is shipped', () => {
    const locked = [
      { name: 'plain', version: '1.0.0' },
      { name: '@scope/inside', version: '2.0.0' },
      { name: '@scope/whole', version: '3.0.0' },
      { name: 'tool', version: '5.0.0', dev: true },
      { name: 'for-another-platform', version: '5.0.0', optional: true },
    ];
    expect(missingFrom(sbom, locked)).toEqual([]);
    expect(missingFrom(sbom, [{ name: 'plain', version: '1.0.1' }])).toEqual(['plain@1.0.1']);
  });
});
