import { ConfigError, type ConfigProblem } from '../config-error.js';
import type { DatabaseConfig } from '../groups/database.js';
import { trustOf, type TlsTrust } from './authorities.js';

/** Where the database is, how it is spoken to and what it may cost. */
export interface DatabaseConnection {
  readonly url: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
  /** Absent: as the URL says, unencrypted unless it says otherwise. */
  readonly tls?: TlsTrust;
}

/** Parameters by which a URL decides about TLS itself: the driver lets them win over everything else. */
const URL_DECIDES = /[?&](ssl|sslmode|sslrootcert|sslcert|sslkey)=/;

/**
 * The settings of the connection taken together; reads the authorities' file.
 * @throws ConfigError where they contradict one another: a part left out must not mean an open connection
 */
export function databaseConnection(config: DatabaseConfig): DatabaseConnection {
  const { url, poolSize, statementTimeoutMs } = config;
  const isEncrypted = config.tls === 'verify-full';
  const trust = trustOf('TOCSIN_DATABASE_CA_FILE', config.caFile);
  const problems: ConfigProblem[] = 'problem' in trust ? [trust] : [];
  if (config.caFile !== undefined && !isEncrypted) {
    const problem = 'is of no use while TOCSIN_DATABASE_TLS is off';
    problems.push({ env: 'TOCSIN_DATABASE_CA_FILE', problem });
  }
  const [, parameter] = URL_DECIDES.exec(url) ?? [];
  if (isEncrypted && parameter !== undefined) {
    const problem = `has the parameter ${parameter}, which would overrule TOCSIN_DATABASE_TLS: take it out`;
    problems.push({ env: 'DATABASE_URL', problem });
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    url,
    poolSize,
    statementTimeoutMs,
    ...(isEncrypted ? { tls: trust as TlsTrust } : {}),
  };
}
