import type { Static } from 'typebox';
import Value from 'typebox/value';
import { ConfigError, type ConfigProblem } from './config-error.js';
import { parseText } from './parse-text.js';
import { type Setting, type SettingGroups, settingsOf } from './setting.js';
import { type Environment, textOf } from './setting-text.js';

/** The typed settings of a service: one frozen object per group. */
export type ConfigOf<G extends SettingGroups> = { readonly [K in keyof G]: Readonly<Static<G[K]>> };

/**
 * Reads the environment, the only place that does. An empty variable counts as unset; a secret may come from the
 * file that `<NAME>_FILE` names.
 * @param groups the settings that the service needs, e.g. `{ kafka: kafkaSettings, http: httpSettings }`.
 * @throws ConfigError naming every bad or missing setting.
 */
export function loadConfig<G extends SettingGroups>(
  groups: G,
  env: Environment = process.env,
): ConfigOf<G> {
  const problems: ConfigProblem[] = [];
  const config: Record<string, object> = {};
  for (const [name, group] of Object.entries(groups)) {
    const values: Record<string, unknown> = {};
    for (const setting of settingsOf(group)) {
      const found = textOf(setting, env);
      if ('problem' in found) {
        problems.push(found);
        continue;
      }
      const value = valueOf(setting, found.text);
      const problem = problemOf(setting, value);
      if (problem !== undefined) problems.push({ env: setting.env, problem });
      else if (value !== undefined) values[setting.name] = value;
    }
    config[name] = Object.freeze(values);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config) as ConfigOf<G>;
}

const valueOf = ({ schema }: Setting, text: string): unknown =>
  text === '' ? schema.default : parseText(schema, text);

function problemOf(setting: Setting, value: unknown): string | undefined {
  if (value === undefined) {
    return setting.required ? `is missing (${setting.description})` : undefined;
  }
  const [error] = Value.Errors(setting.schema, value);
  if (!error) return undefined;
  const shown = setting.secret ? 'its value' : JSON.stringify(value).slice(0, 80);
  return `${shown} ${error.message} (${setting.description})`;
}
