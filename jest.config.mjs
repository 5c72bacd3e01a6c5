import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.exclude;
swc.jsc.experimental = { keepImportAttributes: true };

/** The console's pages are TypeScript with markup in it. */
function swcForPages() {
  const { parser, transform, ...jsc } = swc.jsc;
  const react = { runtime: 'automatic' };
  return {
    ...swc,
    jsc: { ...jsc, parser: { ...parser, tsx: true }, transform: { ...transform, react } },
  };
}

/** Specs run on the sources themselves: `@tocsin/source` is the export condition that names them. */
const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@tocsin/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }],
    '^.+\\.tsx$': ['@swc/jest', { ...swcForPages(), swcrc: false }],
  },
  modulePathIgnorePatterns: ['/dist/', '/\\.tocsin/'],
};
const within = (suffix) => [`<rootDir>/{libs,services,tools}/**/*.${suffix}.{ts,tsx}`];

/** Starts a broker and a database where `npm test` has not: for one spec run by hand. */
const onStack = {
  globalSetup: '<rootDir>/tools/jest/stack-setup.mjs',
  globalTeardown: '<rootDir>/tools/jest/stack-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/tools/jest/patience.mjs'],
};

export default {
  // Modules of a finished spec are not given back as long as its worker lives.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: within('spec'),
      testPathIgnorePatterns: ['/node_modules/', '\\.(integration|e2e)\\.spec\\.tsx?$'],
      setupFilesAfterEnv: ['<rootDir>/tools/jest/unit-patience.mjs'],
    },
    {
      ...common,
      ...onStack,
      displayName: 'integration',
      testMatch: within('integration.spec'),
    },
    { ...common, ...onStack, displayName: 'e2e', testMatch: within('e2e.spec') },
  ],
};
