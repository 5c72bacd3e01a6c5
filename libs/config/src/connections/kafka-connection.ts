import { ConfigError, type ConfigProblem } from '../config-error.js';
import type { KafkaConfig } from '../groups/kafka.js';
import { trustOf, type TlsTrust } from './authorities.js';

/** Where the brokers are, how they are spoken to and who we are to them. */
export interface KafkaConnection {
  readonly brokers: readonly string[];
  /** Absent: unencrypted. */
  readonly tls?: TlsTrust;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
}

type Given = Pick<
  KafkaConfig,
  'brokers' | 'tls' | 'caFile' | 'saslMechanism' | 'username' | 'password'
>;

/**
 * The settings of the connection taken together; reads the authorities' file.
 * @throws ConfigError where they contradict one another: a part left out must not mean an open connection
 */
export function kafkaConnection(config: Given): KafkaConnection {
  const { brokers, saslMechanism: mechanism, username, password } = config;
  const isEncrypted = config.tls === 'on';
  const trust = trustOf('TOCSIN_KAFKA_CA_FILE', config.caFile);
  const problems: ConfigProblem[] = [
    ...('problem' in trust ? [trust] : []),
    ...(config.caFile !== undefined && !isEncrypted
      ? [{ env: 'TOCSIN_KAFKA_CA_FILE', problem: 'is of no use while TOCSIN_KAFKA_TLS is off' }]
      : []),
    ...saslProblems(config, isEncrypted),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    brokers,
    ...(isEncrypted ? { tls: trust as TlsTrust } : {}),
    ...(mechanism && username && password ? { sasl: { mechanism, username, password } } : {}),
  };
}

function saslProblems(
  { saslMechanism, username, password }: Given,
  isEncrypted: boolean,
): ConfigProblem[] {
  const names = { TOCSIN_KAFKA_USERNAME: username, TOCSIN_KAFKA_PASSWORD: password };
  const entries = Object.entries(names);
  if (saslMechanism === undefined) {
    return entries
      .filter(([, value]) => value !== undefined)
      .map(([env]) => ({ env, problem: 'is of no use without TOCSIN_KAFKA_SASL_MECHANISM' }));
  }
  const missing = entries
    .filter(([, value]) => value === undefined)
    .map(([env]) => ({ env, problem: `is missing: ${saslMechanism} needs it` }));
  if (saslMechanism !== 'plain' || isEncrypted) return missing;
  const problem = 'plain would send the password in the clear: set TOCSIN_KAFKA_TLS=on, or scram';
  return [...missing, { env: 'TOCSIN_KAFKA_SASL_MECHANISM', problem }];
}
