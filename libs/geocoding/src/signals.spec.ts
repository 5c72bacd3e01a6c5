import { describe, expect, it } from '@jest/globals';
import { signalsOf } from './signals.js';
import { tokenise } from './tokens.js';

/** The signals of "Akron" in a text. */
function signals(text: string, more: { upperCase?: boolean; persons?: string[] } = {}): string[] {
  const tokens = tokenise(text);
  const at = tokens.findIndex((token) => token.lower === 'akron');
  return signalsOf(
    { first: at, last: at, folded: 'akron' },
    { tokens, upperCase: more.upperCase ?? false, persons: new Set(more.persons) },
  );
}

describe('the words before a name tell', () => {
  it.each([
    ['shot in Akron', ['located', 'after:in']],
    ['shot near Akron', ['located', 'after:locative']],
    ['in northern Akron', ['located', 'after:compass']],
    ['drove to Akron', ['located', 'after:weak']],
    ['the city of Akron', ['located', 'after:divisionOf']],
    ['John Smith, of Akron', ['located', 'after:commaOf']],
    ['the University of Akron', ['after:nameOf']],
    ['said Mr. Akron', ['after:title']],
    ['said John Akron', ['after:givenName']],
    ['said Zug Akron', ['after:name']],
    ['Ohio, Akron', ['afterComma']],
    ['said J. Akron', ['after:letter']],
    ['the Akron', ['after:the']],
    ['of 12 Akron', ['after:number']],
  ])('%s', (text, expected) => {
    expect(signals(text)).toEqual(expect.arrayContaining(expected));
  });
});

describe('the words behind a name tell', () => {
  it.each([
    ['in Akron Road', 'before:road'],
    ['the Akron Police', 'before:office'],
    ['the Akron police', 'before:officePlain'],
    ['the Akron Highway Patrol', 'before:office'],
    ['the Akron Times', 'before:media'],
    ['an Akron man', 'before:people'],
    ['the Akron-based firm', 'before:based'],
    ['in Akron County', 'before:county'],
    ['Akron said', 'before:saying'],
    ['in Akron, Ohio', 'before:comma'],
    ['in Akron.', 'before:end'],
    ['in Akron Zug', 'before:name'],
  ])('%s', (text, expected) => {
    expect(signals(text)).toContain(expected);
  });
});

describe('the name itself tells', () => {
  it('that it is a person’s of the text', () => {
    expect(signals('in Akron', { persons: ['akron'] })).toContain('person');
  });

  it('that it is possessive, in capitals or begins a sentence', () => {
    expect(signals("in Akron's streets")).toContain('possessive');
    expect(signals('in AKRON now')).toContain('shouted');
    expect(signals('Akron won')).toContain('initial');
  });

  it('that it is the first of two names, where nothing says that it is where', () => {
    expect(signals('Akron Zug sang')).toContain('part:initial');
    expect(signals('says Akron Zug')).toContain('part');
    expect(signals('in Akron Zug')).not.toContain('part');
  });

  it('apart in wire copy, where capitals say nothing', () => {
    expect(signals('IN AKRON', { upperCase: true })).toEqual(
      expect.arrayContaining(['capitals', 'capitals:located']),
    );
  });
});
