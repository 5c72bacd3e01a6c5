import type {
  CommandView,
  CuratedIncident,
  CurationChange,
  CurationRequest,
} from '@tocsin/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from '../cli-error.js';
import { authorized, callService } from '../remote/call-service.js';
import { deduplicatorOf } from '../remote/services.js';
import type { CliConfig } from '../settings.js';

const POLL_MS = 250;

/** The deduplicator's API for analysts. Every call throws CliError with the code that it answers. */
export class CurationsApi {
  constructor(private readonly config: CliConfig) {}

  show(incidentId: string): Promise<CuratedIncident> {
    return this.call(`v1/incidents/${encodeURIComponent(incidentId)}`);
  }

  async preview(request: CurationRequest): Promise<readonly CurationChange[]> {
    const { changes } = await this.post<{ changes: CurationChange[] }>(
      'v1/curations/preview',
      request,
    );
    return changes;
  }

  async give(request: CurationRequest): Promise<CommandView> {
    const { command } = await this.post<{ command: CommandView }>('v1/curations', request);
    return command;
  }

  /** Whether the command takes effect within so many milliseconds. */
  async takesEffect(commandId: string, withinMs: number): Promise<boolean> {
    for (let waited = 0; ; waited += POLL_MS) {
      try {
        await this.call(`v1/curations/${encodeURIComponent(commandId)}`);
        return true;
      } catch (error) {
        const isPending =
          error instanceof CliError && error.code === 'ERR_CURATION_UNKNOWN_COMMAND';
        if (!isPending) throw error;
        if (waited >= withinMs) return false;
        await sleep(POLL_MS);
      }
    }
  }

  private post<T>(path: string, body: object): Promise<T> {
    const headers = { 'content-type': 'application/json', ...authorized(this.config) };
    return this.call<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  private call<T>(path: string, init: RequestInit = {}): Promise<T> {
    return callService<T>(deduplicatorOf(this.config), path, init);
  }
}
