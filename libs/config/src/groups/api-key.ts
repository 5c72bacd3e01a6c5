import Type from 'typebox';

/** Shared by every service with calls that change something; one key opens all of them. */
export const apiKey = Type.Optional(
  Type.String({
    env: 'TOCSIN_API_KEY',
    description: 'Key that changing calls must carry as "Authorization: Bearer <key>".',
    minLength: 16,
    secret: true,
  }),
);
