import Type from 'typebox';

/** The operator's key: what changes something asks for it, and the store passes feed calls on with it. */
export const apiKey = Type.Optional(
  Type.String({
    env: 'TOCSIN_API_KEY',
    description: 'Key that changing calls must carry as "Authorization: Bearer <key>".',
    minLength: 16,
    secret: true,
  }),
);
