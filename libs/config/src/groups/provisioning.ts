import Type, { type Static } from 'typebox';

/** How topics and access lists are brought to the brokers; the principal that does it must be allowed to. */
export const provisioningSettings = Type.Object({
  accessLists: Type.Enum(['off', 'on'], {
    env: 'TOCSIN_KAFKA_ACCESS_LISTS',
    description: 'Whether provisioning also grants each service what it needs and nothing else.',
    default: 'off',
  }),
  principal: Type.String({
    env: 'TOCSIN_KAFKA_PRINCIPAL',
    description:
      'What brokers call the principal of a service, of cli and of scaler; {service} stands for the name.',
    pattern: '^[^*]*\\{service\\}[^*]*$',
    default: 'User:tocsin-{service}',
  }),
  subscribers: Type.Array(Type.String({ pattern: '^User:[^*]+$' }), {
    env: 'TOCSIN_KAFKA_SUBSCRIBERS',
    description:
      'Principals, separated by commas, that may read what is public, in groups that begin with subscriber-.',
    default: [],
  }),
});
export type ProvisioningConfig = Readonly<Static<typeof provisioningSettings>>;
