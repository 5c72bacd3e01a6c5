import type { LockedPackage } from '../licences/lock-file.js';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly group?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** What is read and written of a bill of materials in CycloneDX. */
export interface Sbom {
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn?: readonly string[];
  }[];
}

const keyOf = ({ group, name, version }: Pick<Component, 'group' | 'name' | 'version'>): string =>
  `${group ? `${group}/` : ''}${name}@${version}`;

const keysOf = (packages: readonly LockedPackage[]): string[] =>
  packages.map(({ name, version = '' }) => keyOf({ name, version }));

/**
 * The bill without what only builds and tests need. npm's own `--omit=dev` leaves out most of what workspaces ship, so that it is
 * done here: npm marks what is for development, also where another place of the same package is shipped.
 */
export function shippedOnly(sbom: Sbom, packages: readonly LockedPackage[]): Sbom {
  const shipped = new Set(keysOf(packages.filter(({ dev }) => !dev)));
  const components = sbom.components.filter(
    (component) => !isForDevelopment(component) || shipped.has(keyOf(component)),
  );
  const dropped = new Set(sbom.components.map((each) => each['bom-ref']));
  for (const component of components) dropped.delete(component['bom-ref']);
  const dependencies = sbom.dependencies
    .filter(({ ref }) => !dropped.has(ref))
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn: dependsOn.filter((each) => !dropped.has(each)),
    }));
  return { ...sbom, components, dependencies };
}

/** npm calls the whole after the folder that it lies in. */
export const named = (sbom: Sbom, name: string, version: string): Sbom => ({
  ...sbom,
  metadata: {
    ...sbom.metadata,
    component: { ...sbom.metadata.component, name, version },
  },
});

const isForDevelopment = ({ properties = [] }: Component): boolean =>
  properties.some(({ name }) => name === 'cdx:npm:package:development');

/** Shipped packages of the lock file that a bill doesn't list. Those for other platforms are not on it. */
export function missingFrom(sbom: Sbom, packages: readonly LockedPackage[]): string[] {
  const listed = new Set(sbom.components.map(keyOf));
  const shipped = packages.filter(({ dev, optional }) => !dev && !optional);
  return keysOf(shipped).filter((key) => !listed.has(key));
}
