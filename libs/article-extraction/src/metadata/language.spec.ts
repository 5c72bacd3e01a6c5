import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.js';

describe('the language of a text', () => {
  it.each([
    ['en', 'The price of bread rose again on Monday, the ministry said in a statement.'],
    ['de', 'Der Preis für Brot ist am Montag erneut gestiegen, wie das Ministerium mitteilte.'],
    ['ru', 'Цена на хлеб снова выросла в понедельник, сообщило министерство в заявлении.'],
    ['ar', 'ارتفع سعر الخبز مرة أخرى يوم الاثنين، حسبما ذكرت الوزارة في بيان لها.'],
    ['he', 'מחיר הלחם עלה שוב ביום שני, כך מסר המשרד בהודעה לעיתונות.'],
    ['zh', '周一，该部在一份声明中表示，面包价格再次上涨。'],
    ['ja', '月曜日、パンの価格がまた上がったと、省が声明で発表した。'],
    ['ko', '월요일 빵 가격이 다시 올랐다고 부처가 성명을 통해 밝혔다.'],
  ])('is %s', (code, text) => {
    expect(languageOf(text)).toBe(code);
  });

  it('is unknown where the text is too short to tell and nothing is declared', () => {
    expect(languageOf('Bread.')).toBeNull();
    expect(languageOf('')).toBeNull();
    expect(languageOf('12:30 / 45')).toBeNull();
  });

  it('is the declared one where the text is short and could be it', () => {
    expect(languageOf('Bread.', 'en-GB')).toBe('en');
    expect(languageOf('面包', 'en')).toBeNull();
  });

  it('is the declared one of two neighbours', () => {
    const text = 'Harga roti naik lagi pada hari Senin, kata kementerian dalam sebuah pernyataan.';
    expect(languageOf(text, 'id-ID')).toBe('id');
    expect(languageOf(text, 'ms')).toBe('ms');
    expect(languageOf(text)).toBe('id');
  });

  it('is the text’s where a template declares another', () => {
    const text = 'El precio del pan volvió a subir el lunes, dijo el ministerio en un comunicado.';
    expect(languageOf(text, 'en')).toBe('es');
    expect(languageOf(text, '__proto__')).toBe('es');
  });

  it('takes no longer for longer texts', () => {
    expect(languageOf('The price of bread rose again. '.repeat(100_000))).toBe('en');
  });
});
