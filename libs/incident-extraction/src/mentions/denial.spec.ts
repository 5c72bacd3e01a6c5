import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

const realis = (title: string): (string | undefined)[] =>
  mentionsOf(title, [
    'A woman was kidnapped by two men in Springfield on Tuesday, her mother told the police.',
    'The police looked for the kidnappers for a day.',
    'They found her in Shelbyville.',
  ])
    .filter(({ what }) => what.acledSubEventType === 'Abduction/forced disappearance')
    .map((mention) => mention.realis);

describe('what a headline denies', () => {
  it('did not happen, whoever said so', () => {
    expect(realis("Woman wasn't kidnapped, police say")).not.toContain('actual');
  });

  it.each(['Woman kidnapped in Springfield', "Woman wasn't kidnapped by rebels, police say"])(
    'is none in %j',
    (title) => {
      expect(realis(title)).toContain('actual');
    },
  );
});
