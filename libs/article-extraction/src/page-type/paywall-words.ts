/** How walls ask to pay or to log in before one reads on; each in the words that go with reading on. */
const ASKING: readonly RegExp[] = [
  /\b(?:subscribe|sign up|register|log ?in|sign in|become a (?:member|subscriber)|join)\b[^.!?\n]{0,40}\bto (?:continue|keep|read|finish|view|access|unlock)\b(?! (?:comments?|our newsletter))/i,
  /\bto (?:continue|keep|read|finish|unlock|access)\b[^.!?\n]{0,50}\b(?:please )?(?:subscribe|log ?in|sign in|register|become a (?:member|subscriber))\b/i,
  /\b(?:this (?:article|story|content|page|post) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our |paid |paying )?(?:subscribers|members))\b|\bsubscribers? only\b|\bsubscriber exclusive\b|\byou(?:'ve| have) (?:reached|used|read) (?:your|all|the)[^.\n]{0,30}(?:free|limit)/i,
  /\b(?:weiterlesen|lesen sie) mit\b|\b(?:jetzt|hier) (?:abonnieren|anmelden) und weiterlesen|\bmit (?:einem )?(?:[\wäöü+-]{1,20}-?)?abo(?:nnement)? (?:weiter)?lesen|\bdieser (?:artikel|beitrag|inhalt|text) ist (?:nur )?(?:für abonnent|kostenpflichtig|exklusiv)|\bum (?:den|diesen) (?:ganzen |vollständigen )?(?:artikel|text|beitrag) (?:weiter ?zu ?lesen|zu lesen)/i,
  /\b(?:cet )?(?:article|contenu) (?:est )?réservé (?:à nos|aux) (?:abonné|adhérent|membre)|\bil vous reste \d{1,3} ?% (?:de cet article|à lire)|\babonnez-vous pour (?:lire|continuer|accéder)|\bla suite (?:de cet article )?est réservée/i,
  /\b(?:suscríbete|regístrate|inicia sesión|suscribirse) (?:para|y) (?:seguir|continuar|leer)|\bcontenido exclusivo para suscriptores|\bpara seguir leyendo\b/i,
  /\b(?:abbonati|registrati|accedi) per (?:continuare|leggere|proseguire)|\b(?:contenuto|articolo) riservato agli abbonati|\bcontinua a leggere (?:con|abbonandoti)/i,
  /\b(?:assine|cadastre-se|faça login) para (?:continuar|ler)|\b(?:conteúdo|matéria) exclusiv[oa] para assinantes/i,
  /\b(?:word abonnee|log in|neem een abonnement)\b[^.\n]{0,30}\b(?:verder te lezen|lees verder|om dit)|\balleen voor abonnees\b|\blees (?:dit artikel )?verder (?:met|als)/i,
  /\b(?:prenumerera|logga in|bli prenumerant) för att (?:läsa|fortsätta)|\bfor abonnenter\b|\b(?:bliv|bli) (?:abonnent|medlem) (?:for|og) (?:at |å )?læs|\b(?:logg inn|kjøp) for å lese|\bvain tilaajille\b/i,
  /\b(?:zaloguj się|wykup dostęp|subskrybuj),? (?:aby|żeby) (?:czytać|przeczytać|kontynuować)|\b(?:tylko|wyłącznie) dla (?:subskrybentów|prenumeratorów)|оформите подписку,? чтобы|доступно только (?:для )?подписчик|devamını okumak için|yalnızca abonelere/i,
  /この記事は(?:有料)?会員(?:限定|登録)|続きを(?:読む|お読みいただく)には|有料会員(?:になると|限定)|订阅(?:后|以)?(?:继续|阅读全文)|登录后(?:阅读|查看)全文|付费(?:阅读|内容)|구독(?:하고|자)(?: 계속)?(?: 읽기| 전용)/i,
];

/** Whether a text asks its reader to subscribe, pay or log in in order to read on. */
export const asksToSubscribe = (text: string): boolean =>
  ASKING.some((pattern) => pattern.test(text));
