import { describe, expect, it } from '@jest/globals';
import { readabilityAnswer } from './readability-answer.js';

const TEXT = 'The river rose by two metres in the night, and the old bridge was closed. '.repeat(5);
const PAGES: Readonly<Record<string, string>> = {
  'html/1.html': `<html><body><article><p>${TEXT}</p><p>${TEXT}</p></article></body></html>`,
  'html/empty.html': '',
};

async function bodies(...paths: string[]) {
  async function* cases() {
    for (const path of paths) yield { id: path, input: { html_path: path } };
  }
  const env = { loadPage: async (path: string) => Buffer.from(PAGES[path] ?? '') };
  const answers = [];
  for await (const each of readabilityAnswer([]).predict(cases(), env)) answers.push(each);
  return answers;
}

describe("the peer's answer to a set of pages", () => {
  it('is the body of each, and nothing where there is none', async () => {
    expect(await bodies('html/1.html', 'html/empty.html')).toEqual([
      { id: 'html/1.html', articleBody: `${TEXT.trim()}\n\n${TEXT.trim()}` },
      { id: 'html/empty.html', articleBody: '' },
    ]);
  });
});
