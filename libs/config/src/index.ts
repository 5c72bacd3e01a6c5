export * from './config-error.js';
export * from './connections/database-connection.js';
export * from './connections/kafka-connection.js';
export * from './groups/index.js';
export { type ConfigOf, loadConfig } from './load-config.js';
export { redacted } from './redact.js';
export type { SettingGroup, SettingGroups, SettingMeta } from './setting.js';
