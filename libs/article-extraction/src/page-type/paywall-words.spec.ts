import { describe, expect, it } from '@jest/globals';
import { asksToSubscribe } from './paywall-words.js';

describe('what a wall says', () => {
  it.each([
    'Subscribe to continue reading.',
    'To keep reading, please log in or register.',
    'This article is for subscribers only.',
    'You have reached your limit of free articles.',
    'Jetzt abonnieren und weiterlesen',
    'Mit Abo weiterlesen',
    'Dieser Artikel ist kostenpflichtig.',
    'Cet article est réservé aux abonnés.',
    'Il vous reste 75 % de cet article à lire.',
    'Suscríbete para seguir leyendo',
    'Abbonati per continuare a leggere',
    'Assine para continuar lendo',
    'Log in en lees verder',
    'Logga in för att läsa vidare',
    'Zaloguj się, aby czytać dalej',
    'この記事は有料会員限定です',
    '登录后阅读全文',
  ])('is known: %s', (text) => {
    expect(asksToSubscribe(`The strike goes on. ${text}`)).toBe(true);
  });

  it.each([
    'Subscribe to our newsletter',
    'Log in to comment',
    'The streaming service said that fewer people subscribe to it.',
    'Workers want to continue the strike, and members agreed.',
    'Abonnieren Sie unseren Newsletter',
    'Abonnez-vous à notre lettre',
  ])('is no offer beside an article: %s', (text) => {
    expect(asksToSubscribe(text)).toBe(false);
  });
});
