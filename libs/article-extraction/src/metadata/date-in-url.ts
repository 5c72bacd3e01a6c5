/** `/2019/11/22/`, `/2019-11-22-`, `_20191122`: a day in the address is the day of publication. */
export function dateInUrl(url: string): string | null {
  const path = url.replace(/^https?:\/\/web\.archive\.org\/web\/\d+\w*\//, '');
  const match =
    /(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(path) ??
    /(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/.exec(path);
  if (match) return [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].join('-');
  const dayFirst = /(?<!\d)([0-3]?\d)([/_-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/.exec(path);
  return (
    dayFirst &&
    [dayFirst[4], dayFirst[3]?.padStart(2, '0'), dayFirst[1]?.padStart(2, '0')].join('-')
  );
}
