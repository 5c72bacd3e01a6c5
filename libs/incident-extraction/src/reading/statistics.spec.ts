import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const realis = (text: string): string[] => reading(text).frames.map((frame) => frame.realis);

describe('what happens over and over', () => {
  it.each([
    'The number of rapes recorded in the country rose 12 percent.',
    'The rate of killings fell last year.',
    'The unit has been confiscating a monthly average of 200 kg of cocaine.',
    'They sell drugs to pupils.',
    'Statistics show that over the past five years, 851 people died in car crashes.',
  ])('is generic in %j', (text) => {
    expect(realis(text)).toContain('generic');
    expect(realis(text)).not.toContain('actual');
  });

  it.each([
    'A number of attacks shook the town last year.',
    'The police confiscated 200 kg of cocaine.',
    'The number of people killed in the attack rose to 12.',
  ])('is no single happening that is told in %j', (text) => {
    expect(realis(text)).toContain('actual');
  });
});
