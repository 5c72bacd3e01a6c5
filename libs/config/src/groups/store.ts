import Type, { type Static } from 'typebox';

/** What the read model's API needs of others. */
export const storeSettings = Type.Object({
  fetcherUrl: Type.String({
    env: 'TOCSIN_FETCHER_URL',
    description: "Base URL of the fetcher's feed API, which feed calls are passed to.",
    pattern: '^https?://',
    default: 'http://127.0.0.1:8081',
  }),
});
export type StoreConfig = Readonly<Static<typeof storeSettings>>;
