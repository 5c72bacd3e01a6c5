/** Stops the stack that the global set-up started, if it did. */
export default async function tearDown() {
  const stack = globalThis.tocsinStack;
  delete globalThis.tocsinStack;
  await stack?.stop();
}
