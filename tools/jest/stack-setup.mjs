/**
 * Jest's global set-up for integration and end-to-end specs. `npm test` starts the stack itself and
 * names it in the environment; a spec that is run by hand gets one of its own here.
 */
export default async function setUp() {
  if (process.env.KAFKA_BROKERS && process.env.DATABASE_URL) return;
  const { startStack, readStackSettings, progress } = await builtStack();
  const stack = await startStack({
    settings: readStackSettings(process.env),
    label: 'jest',
    throwaway: true,
    database: 'tocsin_test',
    progress,
  });
  process.env.KAFKA_BROKERS = stack.kafkaBrokers;
  process.env.DATABASE_URL = stack.databaseUrl;
  globalThis.tocsinStack = stack;
}

async function builtStack() {
  try {
    const modules = await Promise.all(
      ['stack', 'settings', 'progress'].map((name) => import(`../dist/stack/${name}.js`)),
    );
    return Object.assign({}, ...modules);
  } catch (cause) {
    throw new Error('The tools are not built: run npm run build, or npm test.', { cause });
  }
}
