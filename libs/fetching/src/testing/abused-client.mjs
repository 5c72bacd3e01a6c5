// A process that fetches from hosts that misuse it, again and again, and prints how it fares: one JSON
// line for each round. Arguments: rounds, then URLs. It stands on the built library, as a service does.
import { AddressPolicy, HttpClient } from '@tocsin/fetching';

const [rounds, ...urls] = process.argv.slice(2);
const policy = new AddressPolicy(urls.map((url) => new URL(url).host));
const client = new HttpClient(policy, 'TocsinBot/0.1', { deadlineMs: 3_000, maxSockets: 8 });

const fetchOne = (url) =>
  client.get(new URL(url)).then(
    ({ status, body }) => `${status} ${body.length}`,
    (error) => error.code,
  );

for (let round = 0; round < Number(rounds); round++) {
  const ends = [];
  // Six at a time, so that what one makes us hold adds up with the others.
  for (let i = 0; i < urls.length; i += 6)
    ends.push(...(await Promise.all(urls.slice(i, i + 6).map(fetchOne))));
  const rss = Math.round(process.memoryUsage.rss() / 1e6);
  process.stdout.write(`${JSON.stringify({ rss, sockets: client.openSockets, ends })}\n`);
}
await client.close();
