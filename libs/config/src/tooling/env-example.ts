import * as groups from '../groups/index.js';
import { type Setting, type SettingGroup, settingsOf } from '../setting.js';
import { fileVariable } from '../setting-text.js';

const TITLES: ReadonlyArray<readonly [string, SettingGroup]> = [
  ['Kafka', groups.kafkaSettings],
  ['Provisioning of Kafka', groups.provisioningSettings],
  ['PostgreSQL', groups.databaseSettings],
  ['HTTP', groups.httpSettings],
  ['OpenTelemetry', groups.otelSettings],
  ['Log', groups.logSettings],
  ['Fetcher', groups.fetcherSettings],
  ['Extractor', groups.extractorSettings],
  ['Deduplicator', groups.deduplicatorSettings],
  ['Store', groups.storeSettings],
];

/** The text of `.env.example`: required settings with an example, the others commented out. */
export function renderEnvExample(): string {
  const seen = new Set<string>();
  const sections = TITLES.map(([title, group]) => {
    const fresh = settingsOf(group).filter(({ env }) => !seen.has(env));
    fresh.forEach(({ env }) => seen.add(env));
    return [`# ${title}`, ...fresh.map(renderSetting)].join('\n\n');
  });
  return `# Every setting with its default; a secret may be in a file, which its _FILE names instead. Generated from libs/config:\n# change it there.\n\n${sections.join('\n\n')}\n`;
}

function renderSetting(setting: Setting): string {
  const value = setting.schema.default ?? setting.example ?? '';
  const text = Array.isArray(value) ? value.join(',') : String(value);
  const line = `${setting.env}=${text}`;
  const file = setting.secret ? `\n# ${fileVariable(setting.env)}=` : '';
  return `# ${setting.description}\n${setting.required ? line : `# ${line}`}${file}`;
}
