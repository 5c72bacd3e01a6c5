const UNRESERVED = /[A-Za-z0-9\-._~]/;
/** What RFC 3986 allows in no component as it stands; `%` only when it starts no escape. */
const UNSAFE = /%(?![0-9A-Fa-f]{2})|[^\x21-\x7e]|["<>[\]^`{|}\\]/gu;

const hex = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** Percent-encodes the UTF-8 bytes of everything that may not stand in a URL unescaped. */
export function escapeUnsafe(text: string): string {
  return text.replace(UNSAFE, (found) => [...Buffer.from(found, 'utf8')].map(hex).join(''));
}

/** Escapes in their one spelling: unreserved characters bare, all others with upper-case digits. */
export function canonicalEscapes(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => {
    const character = String.fromCharCode(parseInt(digits, 16));
    return UNRESERVED.test(character) ? character : `%${digits.toUpperCase()}`;
  });
}
