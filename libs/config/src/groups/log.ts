import Type, { type Static } from 'typebox';

/** How much is logged. */
export const logSettings = Type.Object({
  level: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], {
    env: 'TOCSIN_LOG_LEVEL',
    description: 'Least severe level that is logged.',
    default: 'info',
  }),
});
export type LogConfig = Readonly<Static<typeof logSettings>>;
