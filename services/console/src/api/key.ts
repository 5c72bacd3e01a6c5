const NAME = 'tocsin-key';

/** The key of this visit. It ends with the tab: nothing that may change the line is kept on a disk. */
export function sessionKey(
  storage: Pick<Storage, 'getItem'> | undefined = session(),
): string | null {
  try {
    return storage?.getItem(NAME) ?? null;
  } catch {
    return null;
  }
}

/** @param key null forgets it */
export function rememberKey(
  key: string | null,
  storage: Pick<Storage, 'setItem' | 'removeItem'> | undefined = session(),
): void {
  try {
    if (key === null) storage?.removeItem(NAME);
    else storage?.setItem(NAME, key);
  } catch {
    // A browser that keeps nothing asks for it again.
  }
}

/** None where there is no page, or one that may keep nothing. */
function session(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
