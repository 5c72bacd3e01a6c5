import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SERVICE_ENVIRONMENT, SERVICE_FLAGS } from '@tocsin/worker-pool';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

interface Service {
  image?: string;
  build?: { dockerfile: string; args: { SERVICE: string } };
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: Record<string, unknown>;
  ports?: string[];
  read_only?: boolean;
  tmpfs?: string[];
  security_opt?: string[];
  cap_drop?: string[];
  cap_add?: string[];
  privileged?: boolean;
  network_mode?: string;
  pid?: string;
}
const compose = parse(text('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const settings = text('.env.example');

describe('the compose file', () => {
  it('has the four services and what surrounds them', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining([
        ...['kafka', 'postgres', 'fetcher', 'extractor', 'deduplicator', 'store'],
        ...['otel-collector', 'jaeger', 'prometheus', 'grafana'],
      ]),
    );
  });

  it.each(services)('%s comes from a pinned image or from our image file', (_, service) => {
    if (service.build) {
      expect(existsSync(new URL(service.build.dockerfile, root))).toBe(true);
      expect(existsSync(new URL(`services/${service.build.args.SERVICE}/src/main.ts`, root))).toBe(
        true,
      );
    } else expect(service.image).toMatch(/^[\w./-]+:v?\d+(\.\d+)*$/);
  });

  it.each(services)(
    '%s mounts only what is there and waits only for its neighbours',
    (_, service) => {
      for (const volume of service.volumes ?? []) {
        const [source = ''] = volume.split(':');
        const known = source.startsWith('.')
          ? existsSync(new URL(source, root))
          : source in compose.volumes;
        expect(known ? '' : source).toBe('');
      }
      for (const name of Object.keys(service.depends_on ?? {})) {
        expect(Object.keys(compose.services)).toContain(name);
      }
    },
  );

  it.each(services)('%s offers its ports on loopback only', (_, service) => {
    for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it.each(services)('%s gives up every capability and cannot get one back', (name, service) => {
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    // PostgreSQL's image begins as root and becomes its own user.
    expect(service.cap_add !== undefined).toBe(name === 'postgres');
    expect(service.cap_add ?? []).not.toContain('SYS_ADMIN');
  });

  it.each(services)('%s shares nothing of the machine', (_, service) => {
    const { privileged, network_mode, pid } = service;
    expect({ privileged, network_mode, pid }).toEqual({});
    expect(JSON.stringify(service.volumes ?? [])).not.toContain('docker.sock');
  });

  it.each(services.filter(([, service]) => service.build))(
    '%s writes to nothing but its folder and /tmp',
    (_, service) => {
      expect(service.read_only).toBe(true);
      expect(service.tmpfs).toEqual(['/tmp']);
    },
  );

  it.each(services.filter(([, service]) => service.build))(
    '%s is given only settings that exist',
    (_, service) => {
      for (const name of Object.keys(service.environment ?? {})) {
        expect(settings).toContain(`${name}=`);
      }
    },
  );
});

describe('the image', () => {
  const image = text('deploy/docker/Dockerfile');

  it('copies only what the repository holds', () => {
    const copies = [...image.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) =>
      String(match[1]).split(' '),
    );
    expect(copies.length).toBeGreaterThan(5);
    for (const path of copies) expect(existsSync(new URL(path, root)) ? '' : path).toBe('');
  });

  it('runs as an unprivileged user, by a number that a cluster can check', () => {
    const users = [...image.matchAll(/^USER (.+)$/gm)].map(([, user]) => user);
    expect(users).toEqual(['1000:1000']);
  });

  it('belongs to root and holds no means to install anything', () => {
    expect(image).not.toMatch(/^COPY .*--ch(own|mod)/m);
    expect(image).toContain('rm -rf /usr/local/lib/node_modules');
  });

  it('runs Node.js as the stack on one machine does', () => {
    expect(image).toContain(`exec node ${SERVICE_FLAGS.join(' ')} services/`);
    for (const [name, value] of Object.entries(SERVICE_ENVIRONMENT)) {
      expect(image).toMatch(new RegExp(`${name}=${value}\\s`));
    }
  });

  it('is given no secret when it is built, and no file that may hold one', () => {
    expect(image).not.toMatch(/^(ARG|ENV) .*(PASSWORD|SECRET|KEY|TOKEN|URL)/im);
    const ignored = text('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', '.env.*']));
  });
});
