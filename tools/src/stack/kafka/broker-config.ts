import { secureProperties, type SecureListener } from '../secure.js';

/** What differs from one local broker to another. */
export interface BrokerConfig {
  readonly port: number;
  readonly controllerPort: number;
  readonly dataFolder: string;
  readonly secure?: SecureListener | undefined;
  readonly detour?: Detour | undefined;
}

/** A further listener whose clients are sent by another port: that of a proxy that stands before it. */
export interface Detour {
  readonly port: number;
  readonly advertisedPort: number;
}

/**
 * `server.properties` of a broker and controller in one process on the loopback address: small
 * internal topics and buffers for a quick start and little memory, one replica of everything.
 */
export function brokerProperties(config: BrokerConfig): string {
  const { port, controllerPort, dataFolder, secure, detour } = config;
  const more = secure && secureProperties(secure);
  const by = (detourPort: number) => (detour ? `,DETOUR://127.0.0.1:${detourPort}` : '');
  const listener = `${more?.listener ?? ''}${by(detour?.port ?? 0)}`;
  const advertised = `${more?.listener ?? ''}${by(detour?.advertisedPort ?? 0)}`;
  const protocol = `${more?.protocol ?? ''}${detour ? ',DETOUR:PLAINTEXT' : ''}`;
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}${listener}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}${advertised}`,
    'listener.security.protocol.map': `PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT${protocol}`,
    'log.dirs': dataFolder,
    // A misspelt topic must fail, not appear.
    'auto.create.topics.enable': false,
    'offsets.topic.num.partitions': 4,
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    // A group of one forms at once, and a test of failover need not wait for the usual 6 s.
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 3000,
    'log.cleaner.dedupe.buffer.size': 16_777_216,
    ...more?.settings,
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}
