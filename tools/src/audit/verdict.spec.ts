import { describe, expect, it } from '@jest/globals';
import { EMPTY_SHEET, FIELDS, readVerdict } from './verdict.js';

const fill = (values: Record<string, string>) =>
  Object.entries(values).reduce(
    (sheet, [key, value]) => sheet.replace(`- ${key}:`, `- ${key}: ${value}`),
    `# A case\n\n- verdict: in the text\n\n${EMPTY_SHEET}`,
  );

describe('a sheet', () => {
  it('says nothing while it is empty', () => {
    expect(readVerdict(`text\n\n${EMPTY_SHEET}`)).toEqual({
      verdict: null,
      error: null,
      fields: {},
    });
  });

  it('is read as it was filled in', () => {
    const filled = `text\n\n${EMPTY_SHEET}`
      .replace('- verdict:', '- verdict: Wrong ')
      .replace('- error:', '- error: other place')
      .replace('- where:', '- where: wrong')
      .replace('- when:', '- when: right');
    expect(readVerdict(filled)).toEqual({
      verdict: 'wrong',
      error: 'other place',
      fields: { where: false, when: true },
    });
  });

  it('is not mistaken for what the article says', () => {
    expect(readVerdict(fill({})).verdict).toBeNull();
    expect(readVerdict(`## Verdict\n\n- verdict: wrong\n\n${EMPTY_SHEET}`).verdict).toBeNull();
  });

  it('is refused with every line that says something else', () => {
    const filled = `\n${EMPTY_SHEET}`
      .replace('- verdict:', '- verdict: maybe')
      .replace('- killed:', '- killed: 3');
    expect(() => readVerdict(filled)).toThrow(/verdict is "maybe".*killed is "3"/);
  });

  it('has a line for each field', () => {
    for (const field of FIELDS) expect(EMPTY_SHEET).toContain(`\n- ${field}:\n`);
  });
});
