import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findJava, javaMajor } from './java.js';

describe('reading the version of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "21" 2023-09-19', 21],
    ['openjdk version "25-ea" 2025-09-16', 25],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "11.0.2" 2019-01-15', 11],
  ])('%s', (output, major) => {
    expect(javaMajor(output)).toBe(major);
  });

  it.each(['', 'java: command not found', 'No Java runtime present'])('finds none in "%s"', (o) => {
    expect(javaMajor(o)).toBeUndefined();
  });
});

describe('finding a Java for the broker', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'tocsin-java-'));
    mkdirSync(join(home, 'bin'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const install = (version: string) => {
    const file = join(home, 'bin', 'java');
    writeFileSync(file, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
    chmodSync(file, 0o755);
    return file;
  };

  it('takes the one that JAVA_HOME names', async () => {
    const file = install('21.0.1');
    expect(await findJava(home)).toBe(file);
  });

  it('refuses an old one and says what to install', async () => {
    install('11.0.2');
    await expect(findJava(home)).rejects.toMatchObject({
      code: 'ERR_STACK_JAVA_OLD',
      exitCode: 3,
      message:
        'Java 11 is too old for Kafka: install Java 17 or newer, or set KAFKA_BROKERS to a running broker.',
    });
  });

  it('says that there is none', async () => {
    await expect(findJava(home)).rejects.toMatchObject({
      code: 'ERR_STACK_JAVA_MISSING',
      message: expect.stringContaining('install Java 17 or newer'),
    });
  });
});
