/** The day of an ISO 8601 date or date-time; null for what PostgreSQL wouldn't take as one. */
export function dayOf(text: string | null): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text ?? '')?.[0];
  if (day === undefined || day.startsWith('0000')) return null;
  const parsed = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(day) ? null : day;
}
