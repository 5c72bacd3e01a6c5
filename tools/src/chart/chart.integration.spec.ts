import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { topics } from '@tocsin/contracts';
import { readStackSettings } from '../stack/settings.js';
import { problemsOf } from './check-manifests.js';
import { CHART, helm, type Manifest, rendered } from './manifests.js';
import { provideHelm } from './provide-helm.js';

const SERVICES = ['deduplicator', 'extractor', 'fetcher', 'store'];
const settings = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');

interface Container {
  readonly name: string;
  readonly image: string;
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly resources: { readonly requests: object; readonly limits: object };
  readonly volumeMounts: readonly { readonly name: string; readonly readOnly?: boolean }[];
  readonly [field: string]: unknown;
}
interface Pod {
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: Readonly<Record<string, unknown>>;
  readonly containers: readonly [Container];
  readonly volumes: readonly { readonly name: string }[];
}
interface Trigger {
  readonly metadata: Readonly<Record<string, string>>;
}

let file: string;
let plain: Manifest[];
let secure: Manifest[];
const values = (name: string) => ['--values', join(CHART, 'ci', `${name}-values.yaml`)];
beforeAll(async () => {
  const { cacheFolder } = readStackSettings(process.env);
  file = await provideHelm({ env: process.env, cacheFolder });
  [plain, secure] = await Promise.all([
    rendered(file, ...values('plain')),
    rendered(file, ...values('secure')),
  ]);
});

const of = (manifests: readonly Manifest[], kind: string) =>
  manifests.filter((manifest) => manifest.kind === kind);
const named = (manifests: readonly Manifest[], kind: string, name: string): Manifest => {
  const found = of(manifests, kind).find(({ metadata }) => metadata.name === `line-${name}`);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
};
const specOf = <T>(manifest: Manifest): T => manifest['spec'] as T;
const podOf = (manifest: Manifest): Pod =>
  specOf<{ template: { spec: Pod } }>(manifest).template.spec;
const environmentOf = (pod: Pod): Record<string, string> =>
  Object.fromEntries(pod.containers[0].env.map(({ name, value }) => [name, value]));
const withPods = (manifests: readonly Manifest[]) => [
  ...of(manifests, 'Deployment'),
  ...of(manifests, 'Job'),
];

describe('the chart', () => {
  it('is what Helm calls sound, in its least and its fullest form', async () => {
    for (const name of ['plain', 'secure']) {
      const said = await helm(file, 'lint', CHART, '--strict', ...values(name));
      expect(said).toContain('0 chart(s) failed');
    }
  });

  it('makes nothing that the cluster or KEDA would refuse', async () => {
    expect(await problemsOf([...plain, ...secure])).toEqual([]);
  }, 60_000);

  it.each([
    [['--set', 'kafka.brokers='], /kafka\/brokers/],
    [['--set', 'kafka.replicas=3'], /additional properties 'replicas' not allowed/],
    [['--set', 'services.store.replicas=0'], /services\/store\/replicas/],
    [['--set', 'database.tls=require'], /database\/tls/],
  ])('refuses values that it does not know: %j', async (wrong, sentence) => {
    await expect(rendered(file, ...values('secure'), ...wrong)).rejects.toThrow(sentence);
  });

  it('has each service with its address and its budget', () => {
    for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget']) {
      expect(
        of(secure, kind)
          .map(({ metadata }) => metadata.name)
          .sort(),
      ).toEqual(SERVICES.map((name) => `line-${name}`));
    }
  });
});

describe('every pod', () => {
  it('is nobody special, writes nowhere but its own /tmp, and knows no way to the cluster', () => {
    for (const manifest of [...withPods(plain), ...withPods(secure)]) {
      const pod = podOf(manifest);
      expect(pod.automountServiceAccountToken).toBe(false);
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      const [container] = pod.containers;
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      const writable = container.volumeMounts.filter(({ readOnly }) => readOnly !== true);
      const mayWrite = container.name === 'fetcher' ? ['blobs', 'tmp'] : ['tmp'];
      expect(writable.map(({ name }) => name).sort()).toEqual(mayWrite);
    }
  });

  it('asks for what it needs, and its memory has an end', () => {
    for (const manifest of withPods(secure)) {
      const [{ resources }] = podOf(manifest).containers;
      expect(resources.requests).toMatchObject({
        cpu: expect.anything(),
        memory: expect.anything(),
      });
      expect(resources.limits).toHaveProperty('memory');
    }
  });

  it('mounts what it has, and is told only settings that exist', () => {
    for (const manifest of [...withPods(plain), ...withPods(secure)]) {
      const pod = podOf(manifest);
      const [container] = pod.containers;
      const volumes = pod.volumes.map(({ name }) => name);
      expect(container.volumeMounts.map(({ name }) => name).sort()).toEqual(volumes.sort());
      for (const { name } of container.env) expect(settings).toContain(`${name}=`);
    }
  });

  it('gets secrets as files alone', () => {
    const environment = JSON.stringify(withPods(secure).map((each) => environmentOf(podOf(each))));
    expect(environment).not.toMatch(/"(DATABASE_URL|TOCSIN_KAFKA_PASSWORD|TOCSIN_API_KEY)"/);
    expect(environment).toContain('"TOCSIN_KAFKA_PASSWORD_FILE"');
    expect(JSON.stringify(secure)).not.toContain('secretKeyRef');
  });

  it('is asked whether it lives and whether it is ready', () => {
    for (const manifest of of(secure, 'Deployment')) {
      const [container] = podOf(manifest).containers;
      for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
        const path = probe === 'readinessProbe' ? '/health/ready' : '/health/live';
        expect(container[probe]).toMatchObject({ httpGet: { path, port: 'http' } });
      }
    }
  });

  it('speaks over TLS as a principal of its own where it is told to', () => {
    const environment = (name: string) => environmentOf(podOf(named(secure, 'Deployment', name)));
    for (const name of SERVICES) {
      expect(environment(name)).toMatchObject({
        TOCSIN_KAFKA_TLS: 'on',
        TOCSIN_KAFKA_SASL_MECHANISM: 'scram-sha-512',
        TOCSIN_KAFKA_USERNAME: `tocsin-${name}`,
      });
    }
    expect(environment('store')['TOCSIN_DATABASE_TLS']).toBe('verify-full');
    expect(environment('extractor')).not.toHaveProperty('DATABASE_URL_FILE');
  });
});

describe('provisioning', () => {
  it('comes before everything, with the access lists and copies that the values ask for', () => {
    const job = named(secure, 'Job', 'provision');
    expect(job.metadata['annotations']).toMatchObject({
      'helm.sh/hook': 'pre-install,pre-upgrade',
    });
    expect(environmentOf(podOf(job))).toMatchObject({
      TOCSIN_KAFKA_ACCESS_LISTS: 'on',
      TOCSIN_KAFKA_SUBSCRIBERS: 'User:analytics,User:archive',
      TOCSIN_KAFKA_REPLICATION_FACTOR: '3',
      TOCSIN_KAFKA_USERNAME: 'tocsin-provision',
    });
  });
});

describe('scaling', () => {
  it('watches exactly what each group reads by the contracts', () => {
    for (const service of ['extractor', 'deduplicator', 'store'] as const) {
      const { triggers } = specOf<{ triggers: Trigger[] }>(named(secure, 'ScaledObject', service));
      const read = Object.values(topics)
        .filter(({ consumers }) => (consumers as readonly string[]).includes(service))
        .map(({ name }) => name);
      expect(triggers.map(({ metadata }) => metadata['topic']).sort()).toEqual([...read].sort());
      for (const { metadata } of triggers) {
        expect(metadata).toMatchObject({
          consumerGroup: service,
          offsetResetPolicy: 'earliest',
          excludePersistentLag: 'true',
          allowIdleConsumers: 'false',
          sasl: 'scram_sha512',
          tls: 'enable',
        });
      }
    }
  });

  it('never asks for more replicas than a topic has partitions', () => {
    for (const manifest of of(secure, 'ScaledObject')) {
      const spec = specOf<{ maxReplicaCount: number; triggers: Trigger[] }>(manifest);
      const widest = Math.max(
        ...spec.triggers.map(
          ({ metadata }) => topics[metadata['topic'] as keyof typeof topics].broker.partitions,
        ),
      );
      expect(spec.maxReplicaCount).toBeLessThanOrEqual(widest);
    }
  });

  it('owns the number of replicas where it is on, and leaves it to the values where not', () => {
    const replicas = (manifests: readonly Manifest[]) =>
      specOf<{ replicas?: number }>(named(manifests, 'Deployment', 'store')).replicas;
    expect(replicas(secure)).toBeUndefined();
    expect(replicas(plain)).toBe(2);
    expect(of(plain, 'ScaledObject')).toEqual([]);
  });
});

describe('the network', () => {
  interface Policy {
    readonly ingress: readonly object[];
    readonly egress: readonly { to?: { ipBlock?: { cidr: string; except?: string[] } }[] }[];
  }
  const policy = (name: string) => specOf<Policy>(named(secure, 'NetworkPolicy', name));

  it('lets out only those that call strangers, and never to what is not public', () => {
    for (const name of [...SERVICES, 'provision']) {
      const blocks = policy(name).egress.flatMap(({ to = [] }) =>
        to.flatMap((each) => each.ipBlock ?? []),
      );
      expect(blocks.length > 0).toBe(['fetcher', 'store'].includes(name));
      for (const { cidr, except } of blocks) {
        if (cidr === '0.0.0.0/0') expect(except).toContain('169.254.0.0/16');
        else expect(cidr).toBe('2000::/3');
      }
    }
  });

  it('lets the store alone call the others, and nobody call where nothing is to be called', () => {
    const { ingress } = policy('fetcher');
    expect(JSON.stringify(ingress)).toContain('"app.kubernetes.io/component":"store"');
    expect(policy('provision').ingress).toEqual([]);
  });
});
