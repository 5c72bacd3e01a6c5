import Type, { type Static } from 'typebox';

/** Where a service serves health, metrics and its API. */
export const httpSettings = Type.Object({
  host: Type.String({
    env: 'TOCSIN_HTTP_HOST',
    description: 'Address to listen on; loopback unless said otherwise.',
    default: '127.0.0.1',
  }),
  port: Type.Integer({
    env: 'TOCSIN_HTTP_PORT',
    description: 'Port to listen on; 0 takes a free one.',
    minimum: 0,
    maximum: 65_535,
    default: 8080,
  }),
});
export type HttpConfig = Readonly<Static<typeof httpSettings>>;
