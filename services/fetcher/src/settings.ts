import Type, { type Static } from 'typebox';

/** What the fetcher needs beyond the settings that it shares with others. */
export const fetcherOwnSettings = Type.Object({
  pollIntervalMaxMs: Type.Integer({
    env: 'TOCSIN_FETCH_POLL_INTERVAL_MAX_MS',
    description: 'Longest time in milliseconds between two polls of one feed.',
    minimum: 100,
    maximum: 2_592_000_000,
    default: 604_800_000,
  }),
  apiKey: Type.Optional(
    Type.String({
      env: 'TOCSIN_API_KEY',
      description: 'Key that changing calls must carry as "Authorization: Bearer <key>".',
      minLength: 16,
      secret: true,
    }),
  ),
});
export type FetcherOwnConfig = Readonly<Static<typeof fetcherOwnSettings>>;
