import { describe, expect, it } from '@jest/globals';
import { findDates } from './find-dates.js';

const dates = (text: string, language?: string) =>
  findDates(text, language === undefined ? {} : { language }).map(({ date }) => date);

describe('the dates in a text', () => {
  it.each([
    ['en', 'November 22nd, 2019', '2019-11-22'],
    ['en', '22nd of November, 2019', '2019-11-22'],
    ['en', '22-Nov-2019', '2019-11-22'],
    ['en', 'Nov 22 2019', '2019-11-22'],
    ['en', '10:15 a.m. Fri, Nov. 22, 2019', '2019-11-22T10:15:00'],
    ['en', '2019/11/22', '2019-11-22'],
    ['de', 'Freitag, 22. März 2020, 18.05 Uhr', '2020-03-22T18:05:00'],
    ['de', '22.11.1910:15', '2019-11-22T10:15:00'],
    ['fr', 'Publié le 1er février 2020 à 08h30', '2020-02-01T08:30:00'],
    ['es', '22 de noviembre de 2019', '2019-11-22'],
    ['pt-BR', '22 de março de 2019 às 10h15', '2019-03-22T10:15:00'],
    ['it', '22 gennaio 2019 - 10:15', '2019-01-22T10:15:00'],
    ['ru', '22 ноября 2019, 10:15 (MSK)', '2019-11-22T10:15:00+03:00'],
    ['pl', '22 października 2019', '2019-10-22'],
    ['hr', '22. listopada 2019.', '2019-10-22'],
    ['pl', '22 listopada 2019', '2019-11-22'],
    ['fi', '22. tammikuuta 2019', '2019-01-22'],
    ['hu', '2019. november 22., 10:15', '2019-11-22T10:15:00'],
    ['lt', '2019 m. lapkričio 22 d.', '2019-11-22'],
    ['tr', '22 KASIM 2019', '2019-11-22'],
    ['el', '22 Νοεμβρίου 2019', '2019-11-22'],
    ['vi', 'ngày 22 tháng 11 năm 2019', '2019-11-22'],
    ['id', 'Jumat, 22 Agustus 2019 10:15 WIB', '2019-08-22T10:15:00+07:00'],
    ['zh', '2019年11月22日 10:15', '2019-11-22T10:15:00'],
    ['ja', '2019年11月22日 10時15分', '2019-11-22T10:15:00'],
    ['ko', '2019년 11월 22일', '2019-11-22'],
    ['ko', '입력 2019. 11. 22. 10:15', '2019-11-22T10:15:00'],
    ['ar', '٢٢ نوفمبر ٢٠١٩', '2019-11-22'],
    ['ar', 'الجمعة 22 تشرين الثاني / نوفمبر 2019', '2019-11-22'],
    ['ar', '22 تشرين الثاني 2019', '2019-11-22'],
    ['fa', '۱ آذر ۱۳۹۸', '2019-11-22'],
    ['he', '22 בנובמבר 2019', '2019-11-22'],
    ['hi', '२२ नवंबर २०१९', '2019-11-22'],
    ['th', '22 พฤศจิกายน 2562', '2019-11-22'],
    ['de', '22 | 11 | 2019', '2019-11-22'],
  ])('in %s: %s', (language, text, date) => expect(dates(text, language)).toEqual([date]));

  it('are read in any language where none is declared', () => {
    expect(dates('22 de noviembre de 2019')).toEqual(['2019-11-22']);
    expect(dates('22 ноября 2019')).toEqual(['2019-11-22']);
  });

  it('come in their order, with what stands behind them', () => {
    const found = findDates('Published 2 May 2026 10:15 | Updated 4 May 2026');
    expect(found.map(({ date }) => date)).toEqual(['2026-05-02T10:15:00', '2026-05-04']);
    expect(found[0]?.after).toBe(' 10:15 | Updated 4 May 2026');
  });

  it('have month or day first as the page does, and the other reading where there are two', () => {
    expect(findDates('03/04/2020', { order: 'day-first' })).toMatchObject([
      { date: '2020-04-03', otherwise: '2020-03-04' },
    ]);
    expect(findDates('03/04/2020')).toMatchObject([
      { date: '2020-03-04', otherwise: '2020-04-03' },
    ]);
    expect(findDates('22/04/2020')).toMatchObject([{ date: '2020-04-22', otherwise: null }]);
    expect(findDates('03.04.2020')).toMatchObject([{ date: '2020-04-03', otherwise: null }]);
  });

  it('are parted from what stands in the next element', () => {
    expect(dates('Ann Lee\u001fDec 05, 2023\u001f2 Shares')).toEqual(['2023-12-05']);
  });

  it.each(['2019-02-30', '31.11.2019', 'May 2020', '1.2.3.4', '555-12-2019-3', 'Room 22 in 2019'])(
    'are none in %j',
    (text) => expect(dates(text)).toEqual([]),
  );

  it('are looked for at the head of a long text only', () => {
    expect(findDates('1.1.2020 '.repeat(100_000)).length).toBeLessThanOrEqual(6);
    expect(findDates(`${'a'.repeat(300)} 2 May 2026`)).toEqual([]);
  });
});
