import { lettersOf } from '../text/words.js';

/** Whether a name is that of the address's domain: "The New York Times" of nytimes.com is not, "Le Monde" is. */
export function isDomainName(name: string, url: string): boolean {
  const letters = lettersOf(name);
  if (letters.length < 2 || !URL.canParse(url)) return false;
  const host = new URL(url).hostname.replace(/^www\d?\./, '');
  const labels = host.split('.').slice(0, -1);
  return (
    lettersOf(host) === letters ||
    labels.some((label) => lettersOf(label) === letters || `the${lettersOf(label)}` === letters)
  );
}
