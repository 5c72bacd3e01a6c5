import {
  Inject,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { isSameSecret } from './same-secret.js';

/** Injection token of the `ApiAccess` that the guard goes by. */
export const API_ACCESS = Symbol('api-access');

/** Who may change things. */
export interface ApiAccess {
  /** Null leaves changing calls to those on this machine. */
  readonly apiKey: string | null;
  /** The address that the API listens on. */
  readonly host: string;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Whether an address that a service listens on is of this machine alone. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Whether a call with this `Authorization` header may change things. */
export function mayChange({ apiKey, host }: ApiAccess, authorization: string | undefined): boolean {
  if (apiKey === null) return isLoopback(host);
  const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '';
  return isSameSecret(given, apiKey);
}

/** Keeps every call that changes state to those who may. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(@Inject(API_ACCESS) private readonly access: ApiAccess) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context
      .switchToHttp()
      .getRequest<{ headers: Record<string, string | undefined> }>();
    if (mayChange(this.access, headers['authorization'])) return true;
    throw new UnauthorizedException({
      code: 'ERR_API_KEY',
      message: 'This call needs the API key as "Authorization: Bearer <key>".',
    });
  }
}
