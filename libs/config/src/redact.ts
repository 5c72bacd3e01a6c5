import type { ConfigOf } from './load-config.js';
import { type SettingGroups, settingsOf } from './setting.js';

const REDACTED = '[redacted]';

/** The settings as plain data fit for a log line: secrets are replaced. */
export function redacted<G extends SettingGroups>(
  groups: G,
  config: ConfigOf<G>,
): Record<string, Record<string, unknown>> {
  const shown: Record<string, Record<string, unknown>> = {};
  for (const [name, group] of Object.entries(groups)) {
    const values = config[name] as Readonly<Record<string, unknown>>;
    shown[name] = Object.fromEntries(
      settingsOf(group)
        .filter((setting) => values[setting.name] !== undefined)
        .map((setting) => [setting.name, setting.secret ? REDACTED : values[setting.name]]),
    );
  }
  return shown;
}
