import { describe, expect, it } from '@jest/globals';
import type { Item } from './item.js';
import { jsonlItems } from './jsonl-items.js';

async function itemsOf(...lines: string[]): Promise<Item[]> {
  const stream = (async function* () {
    yield Buffer.from(lines.join('\n'));
  })();
  const items: Item[] = [];
  for await (const item of jsonlItems(stream, 'in.jsonl', 'backfill')) items.push(item);
  return items;
}

describe('a line of JSON', () => {
  it('is a document with the fields that the API knows', async () => {
    const [item] = await itemsOf(
      '{"url":"https://a.org/","text":"åå","id":"7","extra":[1],"title":null}',
    );
    expect(item).toEqual({
      kind: 'document',
      source: 'in.jsonl:1',
      id: '7',
      bytes: 4,
      document: { url: 'https://a.org/', text: 'åå', lane: 'backfill' },
    });
  });

  it('may hold bytes', async () => {
    const [item] = await itemsOf('{"url":"https://a.org/","base64":"eHl6"}');
    expect(item).toMatchObject({ bytes: 3, document: { base64: 'eHl6' } });
  });

  it.each([
    ['ERR_CLI_LINE_JSON', 'nonsense'],
    ['ERR_CLI_LINE_JSON', '[1]'],
    ['ERR_CLI_LINE_JSON', 'null'],
    ['ERR_CLI_LINE_FIELD', '{"text":"x"}'],
    ['ERR_CLI_LINE_FIELD', '{"url":"https://a.org/","text":7}'],
    ['ERR_CLI_LINE_TOO_LONG', `"${'x'.repeat(33 * 1024 * 1024)}"`],
  ])('is refused: %s', async (code, line) => {
    expect(await itemsOf('', line, '{"url":"u","text":"x"}')).toMatchObject([
      { kind: 'refused', source: 'in.jsonl:2', code },
      { kind: 'document' },
    ]);
  });
});
