import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import type { Manifest } from './manifests.js';

type Model = new (value: object) => { validate(): void };

/** Which package knows the kinds of an API group; the cluster's own are the rest. */
const packageOf = (apiVersion: string): string =>
  apiVersion.startsWith('keda.sh/') ? '@kubernetes-models/keda' : 'kubernetes-models';

const moduleOf = ({ apiVersion, kind }: Manifest): string =>
  `${packageOf(apiVersion)}/${apiVersion}/${kind}`;

/**
 * Holds manifests against the cluster's schemas and KEDA's: types, values, what must be there (Ajv, compiled into the models), and
 * that there is no field but those (the models' types: a schema of Kubernetes lets unknown fields pass).
 *
 * @returns what is wrong, one sentence each
 */
export async function problemsOf(manifests: readonly Manifest[]): Promise<string[]> {
  const values = await Promise.all(manifests.map(valueProblem));
  return [...values.flat(), ...unknownFields(manifests)];
}

async function valueProblem(manifest: Manifest): Promise<string[]> {
  const place = `${manifest.kind} ${manifest.metadata.name}`;
  try {
    const models = (await import(moduleOf(manifest))) as Record<string, Model>;
    new (models[manifest.kind] as Model)(manifest).validate();
    return [];
  } catch (error) {
    return [`${place}: ${(error as Error).message}`];
  }
}

const VIRTUAL = fileURLToPath(new URL('./manifests-as-literals.ts', import.meta.url));
const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts'],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};

/** The manifests as literals of the models' types: the compiler refuses what a literal has too much. */
function unknownFields(manifests: readonly Manifest[]): string[] {
  const lines = manifests.map(
    (manifest, index) =>
      `export const m${index}: import('${moduleOf(manifest)}').I${manifest.kind} = ${JSON.stringify(manifest)};`,
  );
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === VIRTUAL || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === VIRTUAL
      ? ts.createSourceFile(file, lines.join('\n'), ts.ScriptTarget.ES2022)
      : getSourceFile(file, ...rest);
  const program = ts.createProgram([VIRTUAL], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file, start = 0 }) => {
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    const manifest = manifests[line];
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    return `${manifest?.kind} ${manifest?.metadata.name}: ${text}`;
  });
}
