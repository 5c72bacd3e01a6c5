import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** Between the 24 and 64 bytes that Standard Webhooks allows. */
const SECRET_BYTES = 32;

/** A new secret as receivers keep it: `whsec_` and base64. */
export const newSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** What signs, the newest first: after a rotation the one before signs, too, for a while. */
export interface Secrets {
  readonly secret: string;
  readonly oldSecret: string | null;
  /** Milliseconds since the epoch. */
  readonly oldSecretUntilMs: number | null;
}

/** How long the secret before signs beside the new one, ms. */
export const OVERLAP_MS = 24 * 3_600_000;

/**
 * The headers of one try of a message, by Standard Webhooks: its id stays, its time and signatures are the try's own.
 * @param nowMs ms since the epoch
 */
export function signedHeaders(
  id: string,
  body: string,
  { secret, oldSecret, oldSecretUntilMs }: Secrets,
  nowMs: number,
): Record<string, string> {
  const isOldValid = oldSecret !== null && nowMs < (oldSecretUntilMs ?? 0);
  const signing = [secret, ...(isOldValid ? [oldSecret] : [])];
  const at = new Date(nowMs);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(nowMs / 1_000)),
    'webhook-signature': signing.map((one) => new Webhook(one).sign(id, at, body)).join(' '),
  };
}
