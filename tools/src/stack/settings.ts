import { homedir } from 'node:os';
import { join } from 'node:path';
import { StackError } from './errors.js';

/** What the local stack reads from the environment. */
export interface StackSettings {
  /** A running broker to use instead of starting one: `host:port[,host:port]`. */
  readonly kafkaBrokers?: string;
  /** A running database to use instead of starting one. */
  readonly databaseUrl?: string;
  readonly kafkaPort: number;
  readonly postgresPort: number;
  /** Where downloads are kept between checkouts. */
  readonly cacheFolder: string;
  /** Where Kafka's jars are downloaded from when there is no Maven. */
  readonly mavenRepository: string;
  /** Java's home, where it is not on the path. */
  readonly javaHome?: string;
}

const MAVEN_CENTRAL = 'https://repo1.maven.org/maven2';

/** @throws StackError ERR_STACK_SETTING */
export function readStackSettings(env: NodeJS.ProcessEnv): StackSettings {
  return {
    kafkaBrokers: env['KAFKA_BROKERS'] || undefined,
    databaseUrl: env['DATABASE_URL'] || undefined,
    kafkaPort: portSetting(env, 'TOCSIN_KAFKA_PORT', 29092),
    postgresPort: portSetting(env, 'TOCSIN_POSTGRES_PORT', 25432),
    cacheFolder: env['TOCSIN_CACHE_DIR'] || join(homedir(), '.cache', 'tocsin'),
    mavenRepository: (env['TOCSIN_MAVEN_REPOSITORY'] || MAVEN_CENTRAL).replace(/\/+$/, ''),
    javaHome: env['JAVA_HOME'] || undefined,
  };
}

/** @throws StackError ERR_STACK_SETTING when the setting is not a port that a server can have */
export function portSetting(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StackError(
    'ERR_STACK_SETTING',
    `${name} is "${text}": give it a port number between 1 and 65535.`,
  );
}
