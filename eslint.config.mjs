import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const domainBans = [
  '@nestjs/*',
  'kafkajs',
  'typeorm',
  'pg',
  '@opentelemetry/*',
  'undici',
  'node:fs/promises',
];

/** Who may import whom: one table, read top down; a planted violation in the specs keeps it awake. */
const depConstraints = [
  {
    sourceTag: 'type:contracts',
    onlyDependOnLibsWithTags: ['type:contracts'],
    allowedExternalImports: ['typebox', 'typebox/*', 'ajv', 'ajv/*', '@jest/globals', 'yaml'],
  },
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:domain', 'type:testing'],
    bannedExternalImports: domainBans,
  },
  {
    sourceTag: 'type:client',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:infra', 'name:feeds', 'type:testing'],
  },
  {
    sourceTag: 'type:infra',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:infra', 'type:testing'],
  },
  {
    sourceTag: 'type:service',
    onlyDependOnLibsWithTags: [
      'type:contracts',
      'type:domain',
      'type:client',
      'type:infra',
      'type:testing',
    ],
  },
  {
    sourceTag: 'type:ui',
    onlyDependOnLibsWithTags: ['type:contracts'],
    bannedExternalImports: domainBans,
  },
  {
    sourceTag: 'type:testing',
    onlyDependOnLibsWithTags: ['type:contracts', 'type:infra', 'type:testing'],
  },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'name:geocoding', onlyDependOnLibsWithTags: ['type:contracts', 'type:testing'] },
  { sourceTag: 'name:feeds', onlyDependOnLibsWithTags: ['type:contracts', 'type:testing'] },
  { sourceTag: 'name:dedup', onlyDependOnLibsWithTags: ['type:contracts', 'type:testing'] },
  {
    sourceTag: 'name:article-extraction',
    onlyDependOnLibsWithTags: ['type:contracts', 'name:dedup', 'type:testing'],
  },
  {
    sourceTag: 'name:incident-extraction',
    onlyDependOnLibsWithTags: ['type:contracts', 'name:geocoding', 'type:testing'],
  },
  {
    sourceTag: 'kafka:by-port',
    onlyDependOnLibsWithTags: ['*'],
    bannedExternalImports: ['kafkajs'],
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.tocsin/**',
      'coverage/**',
      'reports/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['**/*.spec.ts', '**/*.spec.tsx', '**/testing/**', 'tools/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@tocsin/testing', '@jest/globals'],
              message: 'Only specs may import test helpers.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only libs/config reads the environment.' },
      ],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['libs/telemetry/src/catalogue/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[property.name=/^(getMeter|create(Counter|Histogram|Gauge|UpDownCounter|Observable.+))$/]',
          message: 'Instruments are made of the catalogue (libs/telemetry/src/catalogue).',
        },
      ],
    },
  },
  {
    files: ['services/console/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@tocsin/contracts',
              allowTypeImports: true,
              message: 'The browser gets the types of the contracts, not their schemas.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Nothing is rendered as HTML: articles are written by others.',
        },
      ],
    },
  },
  {
    files: ['libs/config/**', '**/*.mjs', 'tools/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  prettier,
);
