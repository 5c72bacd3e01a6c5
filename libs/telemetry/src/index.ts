export { HealthModule, type HealthModuleOptions } from './health/health.module.js';
export {
  type CheckResult,
  HealthRegistry,
  type Readiness,
  type ReadinessCheck,
} from './health/health-registry.js';
export { createLogger, type LoggerOptions } from './logging/logger.js';
export { logWarnings } from './logging/log-warnings.js';
export { NestLogger } from './logging/nest-logger.js';
export { startTelemetry, type Telemetry, type TelemetryOptions } from './start-telemetry.js';
export type { SamplerName, TelemetryConfig } from './telemetry-config.js';
export { ErrorsKept } from './tracing/errors-kept.js';
export type { SpanLine } from './tracing/span-line.js';
export { runService, type ServiceProcess, type Stop } from './process/run-service.js';
export { API_ACCESS, ApiKeyGuard, isLoopback, type ApiAccess } from './http/api-key.guard.js';
export { isSameSecret } from './http/same-secret.js';
export { observeCalls, type CallHooks } from './http/observe-calls.js';
export { checked } from './http/checked.js';
