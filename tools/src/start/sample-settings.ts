/** The sample's server is ours and bears more than a stranger's site would be asked. */
const SAMPLE_HOST_DELAY_MS = '20';

/**
 * What the fetcher needs to poll the sample's server on loopback. Its address guard stays on: one host
 * and port are excepted by name, beside those that the user named.
 *
 * @param env the user's settings, which hold where they say something
 */
export function sampleSettings(env: NodeJS.ProcessEnv, origin: string): NodeJS.ProcessEnv {
  return {
    TOCSIN_FETCH_ALLOW_PRIVATE: [env['TOCSIN_FETCH_ALLOW_PRIVATE'], new URL(origin).host]
      .filter(Boolean)
      .join(','),
    TOCSIN_FETCH_HOST_DELAY_MS: env['TOCSIN_FETCH_HOST_DELAY_MS'] ?? SAMPLE_HOST_DELAY_MS,
  };
}
