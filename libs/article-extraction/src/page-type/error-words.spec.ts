import { describe, expect, it } from '@jest/globals';
import { namesAnError } from './error-words.js';

describe('the title of an error page', () => {
  it.each([
    '404',
    '404 Not Found',
    'Error 404 (Not Found)!!1',
    'Page not found – The Valley Courier',
    "Sorry, the page you're looking for can't be found",
    'The Valley Courier | The page you requested was not found',
    'This article is no longer available',
    'The page you requested has been removed',
    'Oops! That page can’t be found.',
    'Access Denied',
    '403 Forbidden',
    'Just a moment...',
    'Attention Required! | Cloudflare',
    'Are you a robot?',
    'Pardon Our Interruption',
    '503 Service Temporarily Unavailable',
    'Site is under maintenance',
    'Seite nicht gefunden',
    'Die angeforderte Seite wurde leider nicht gefunden',
    'Page introuvable',
    'Página no encontrada',
    'Página não encontrada',
    'Pagina non trovata',
    'Pagina niet gevonden',
    'Sidan hittades inte',
    'Nie znaleziono strony',
    'Страница не найдена',
    'Сторінку не знайдено',
    'Sayfa bulunamadı',
    'الصفحة غير موجودة',
    'הדף לא נמצא',
    '页面不存在',
    'ページが見つかりません',
    '페이지를 찾을 수 없습니다',
  ])('says so: %s', (title) => {
    expect(namesAnError(title)).toBe(true);
  });
});

describe('the headline of an article', () => {
  it.each([
    'Bodies of two climbers not found, rescuers say',
    'Ministry denies access to reporters',
    '404 people rescued from ferry',
    '500 homes without power after storm',
    '403 migrants land on island in one night',
    'The page turns for the valley’s last newspaper',
    'This story of a lighthouse keeper is available in print',
    'Security checks at stations to be doubled',
    'Moment of truth for the coalition',
    'Page found in attic is from lost gospel',
    'Article 50 and what it means',
    'Maintenance of dams neglected for years, report finds',
    'La página web del ministerio, atacada',
    'Die Seite der Verlierer',
    'Страница истории: как строили мост',
  ])('does not: %s', (title) => {
    expect(namesAnError(title)).toBe(false);
  });
});
