import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KAFKA_VERSION, parseJarList, readJarList, wrongJars } from './jar-list.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the list of the broker’s jars', () => {
  it('is what sha256sum prints', () => {
    expect(parseJarList('ab12  org/a/a-1.jar\ncd34  org/b/b-2.jar\n')).toEqual([
      { sha256: 'ab12', path: 'org/a/a-1.jar' },
      { sha256: 'cd34', path: 'org/b/b-2.jar' },
    ]);
  });

  it('holds whole hashes and paths of a Maven repository', async () => {
    const jars = await readJarList();
    expect(jars.length).toBeGreaterThan(40);
    for (const jar of jars) {
      expect(jar.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(jar.path).toMatch(/^([\w.-]+\/)+[\w.-]+\.jar$/);
    }
  });

  it('is of the pinned release', async () => {
    const names = (await readJarList()).map((jar) => jar.path);
    expect(names).toContain(
      `org/apache/kafka/kafka_2.13/${KAFKA_VERSION}/kafka_2.13-${KAFKA_VERSION}.jar`,
    );
    const pom = await readFile(new URL('../../../kafka/pom.xml', import.meta.url), 'utf8');
    expect(pom).toContain(`<version>${KAFKA_VERSION}</version>`);
  });
});

describe('jars on disk', () => {
  let folder: string;
  const jars = [
    { path: 'org/a/a.jar', sha256: sha256('a') },
    { path: 'org/b/b.jar', sha256: sha256('b') },
  ];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-jars-'));
    writeFileSync(join(folder, 'a.jar'), 'a');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are wrong when missing', async () => {
    expect(await wrongJars(jars, folder)).toEqual(['b.jar']);
  });

  it('are wrong when a byte differs', async () => {
    writeFileSync(join(folder, 'b.jar'), 'B');
    expect(await wrongJars(jars, folder)).toEqual(['b.jar']);
  });

  it('are right otherwise', async () => {
    writeFileSync(join(folder, 'b.jar'), 'b');
    expect(await wrongJars(jars, folder)).toEqual([]);
  });
});
