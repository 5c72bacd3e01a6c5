import type { FormEvent, ReactNode } from 'react';

interface ReasonFormProps {
  /** What the button says. */
  readonly verb: string;
  readonly isBusy: boolean;
  readonly onGiven: (reason: string, form: FormData) => void;
  /** Further fields. */
  readonly children?: ReactNode;
}

/** Nothing is changed without saying why. */
export function ReasonForm({ verb, isBusy, onGiven, children }: ReasonFormProps) {
  const give = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onGiven(String(form.get('reason') ?? '').trim(), form);
  };
  return (
    <form className="reason" onSubmit={give}>
      {children}
      <label>
        <span>Reason, which is kept</span>
        <input name="reason" required maxLength={1_000} pattern=".*\S.*" autoComplete="off" />
      </label>
      <button type="submit" disabled={isBusy}>
        {isBusy ? 'Working …' : verb}
      </button>
    </form>
  );
}
