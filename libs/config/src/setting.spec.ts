import { describe, expect, it } from '@jest/globals';
import * as groups from './groups/index.js';
import { type SettingGroup, settingsOf } from './setting.js';

const all = Object.values(groups as Record<string, SettingGroup>).flatMap(settingsOf);

describe('every setting', () => {
  it.each(all.map((setting) => [setting.env, setting] as const))(
    '%s has a name of ours or a standard one, and a sentence',
    (env, { description }) => {
      expect(env).toMatch(/^(KAFKA_BROKERS|DATABASE_URL|(OTEL|TOCSIN)_[A-Z_]+)$/);
      expect(description).toMatch(/^[A-Za-z].*\.$/);
    },
  );

  it('is required only where there is neither a default nor leave to omit it', () => {
    const required = all.filter((setting) => setting.required).map(({ env }) => env);
    expect(required).toEqual(['DATABASE_URL', 'KAFKA_BROKERS']);
  });

  it('that is a duration or a size ends in its unit, as its property does', () => {
    const unit = /(Ms|Mb|Days)$/;
    for (const { name, env } of all.filter((setting) => unit.test(setting.name))) {
      expect(env.toLowerCase().replaceAll('_', '')).toMatch(
        new RegExp(`${unit.exec(name)?.[0]}$`, 'i'),
      );
    }
  });

  it('carries its secrecy', () => {
    const secrets = new Set(all.filter(({ secret }) => secret).map(({ env }) => env));
    expect([...secrets].sort()).toEqual([
      'DATABASE_URL',
      'TOCSIN_API_KEY',
      'TOCSIN_KAFKA_PASSWORD',
    ]);
  });
});
