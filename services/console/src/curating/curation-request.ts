import type { CurationRequest } from '@tocsin/contracts';

/** What an analyst may do with an incident. */
export type CurationAction = CurationRequest['action'];

/** What the form holds. */
export interface CurationForm {
  readonly action: CurationAction;
  /** Ids or addresses of other incidents, in any mix of spaces, commas and lines. */
  readonly others: string;
  readonly mentions: ReadonlySet<string>;
  readonly reason: string;
  readonly by: string;
}

/** The command, or one sentence on what it lacks. */
export function requestOf(
  incidentId: string,
  form: CurationForm,
  commandId: string,
): CurationRequest | string {
  const [reason, by] = [form.reason.trim(), form.by.trim()];
  const others = idsIn(form.others).filter((id) => id !== incidentId);
  if (form.action === 'merge' && others.length === 0) return 'Say which incidents it is one with.';
  if (form.action === 'split' && form.mentions.size === 0)
    return 'Choose the mentions that are of another incident.';
  if (reason === '') return 'Say why: it is kept for ever.';
  if (by === '') return 'Say who you are: it is kept for ever.';
  return {
    action: form.action,
    incidentId,
    ...(form.action === 'merge' ? { otherIncidentIds: others } : {}),
    ...(form.action === 'split' ? { mentionIds: [...form.mentions] } : {}),
    reason,
    by,
    commandId,
  };
}

/** Ids, each as it is or as the last part of an address of this console. */
export function idsIn(text: string): string[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const ids = parts.map((part) => part.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
  return [...new Set(ids.filter((id) => /^[A-Za-z0-9._:-]{1,128}$/.test(id)))];
}
