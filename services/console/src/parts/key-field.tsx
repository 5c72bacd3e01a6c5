import { useState, type FormEvent } from 'react';
import { rememberKey, sessionKey } from '../api/key.js';

/** Where one gives the key that opens what is not open to all; it is kept until the tab is closed. */
export function KeyField() {
  const [hasKey, setHasKey] = useState(() => sessionKey() !== null);
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('key');
    const key = typeof given === 'string' ? given.trim() : '';
    rememberKey(key === '' ? null : key);
    event.currentTarget.reset();
    setHasKey(key !== '');
    // Everything that was refused is asked for again.
    window.location.reload();
  };
  return (
    <details className="key">
      <summary>{hasKey ? 'Key given' : 'Key'}</summary>
      <form onSubmit={keep}>
        <label>
          <span>API key, kept until this tab is closed</span>
          <input name="key" type="password" autoComplete="off" spellCheck={false} />
        </label>
        <button type="submit">{hasKey ? 'Change or forget' : 'Use it'}</button>
      </form>
    </details>
  );
}
