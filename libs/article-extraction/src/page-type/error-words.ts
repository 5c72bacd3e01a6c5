/**
 * What titles and headings of error pages begin with, by language: not found, forbidden, out of order, and the
 * doors that ask for proof of being no robot. Anchored at the line's or part's beginning: a headline may well
 * hold such words further on.
 */
const ERROR: readonly RegExp[] = [
  /^(?:http )?(?:status |code )?(?:40[0134569]|410|429|451|50[0234]|52\d)(?:$|[ :.,!–—-]{1,3}(?:$|\(|!|not found|page|file|error|forbidden|access|unauthori[sz]ed|bad |gone|too many|internal|server|service|gateway|nicht|seite|no encontrad|non trouv|introuvable|non trovat|não encontrad|niet gevonden|strona|страница))/,
  /^(?:http )?(?:error|erreur|fehler|errore?|erro|fout|błąd|ошибка|помилка|hata|خطأ|错误|錯誤|エラー|오류)[ :#-]*(?:40[0134569]|410|429|451|50[0234]|52\d)(?!\d)/,
  /^(?:sorry|oops|uh[- ]?oh|whoops)?[\s,.:!…]*(?:(?:the|this|that|your|requested) ){0,3}(?:page|article|file|content|story|url|document)\b.{0,50}(?:\bnot|n't|cannot|no longer|never) (?:be )?(?:found|located|exists?|available|here)\b/,
  /^(?:sorry|oops|uh[- ]?oh|whoops)?[\s,.:!…]*(?:the|this|that|your) (?:requested )?(?:page|article|file|content|story|url|document) (?:you \w+(?: \w+){0,2} )?(?:is|has been|was|has|may have been) (?:missing|removed|deleted|gone|unavailable|moved|expired)\b/,
  /^(?:not found|file not found|forbidden|unauthorized|bad request|gone|access (?:to this (?:page|site) (?:has been |is )?)?(?:denied|restricted|blocked)|request (?:denied|blocked|rejected)|permission denied|you have been blocked|sorry, you have been blocked)\b/,
  /^(?:internal server error|server error|bad gateway|gateway time-?out|service (?:temporarily )?unavailable|temporarily unavailable|too many requests|application error|database error|error establishing a database connection|proxy error|web server is down|connection timed out)\b/,
  /^(?:site|website|page|we are|we're)? ?(?:is )?(?:currently |temporarily )?(?:down for|under|undergoing) (?:scheduled )?maintenance\b/,
  /^(?:just a moment|one moment,? please|please wait|attention required|are you (?:a )?(?:human|robot)|human verification|verify(?:ing)? (?:that )?you are (?:a )?human|robot check|security (?:check|verification)|checking your browser|pardon our interruption|captcha|please verify|bot verification|ddos[- ]guard)\b/,
  /^(?:(?:die|diese) )?(?:angeforderte )?(?:seite|artikel|inhalt)e? (?:(?:wurde|konnte|ist) )?(?:leider )?(?:nicht|nicht mehr)? ?(?:gefunden|verfügbar|vorhanden|existiert nicht)|^zugriff verweigert|^wartungsarbeiten/,
  /^(?:(?:cette|la) )?page (?:demandée )?(?:est |n'existe |n'a )?(?:introuvable|non trouvée|pas (?:été trouvée|trouvée)|inexistante|plus|pas)|^accès (?:refusé|interdit)|^contenu introuvable/,
  /^(?:la )?(?:página|pagina) (?:solicitada |richiesta )?(?:no (?:encontrada|existe|disponible|se encuentra|ha sido encontrada)|non (?:trovata|esiste|disponibile|è stata trovata)|não (?:encontrada|existe|disponível|foi encontrada))|^(?:acceso denegado|accesso negato|acesso negado)/,
  /^(?:de )?pagina (?:is |kan |werd )?niet (?:gevonden|beschikbaar|bestaat)|^toegang geweigerd|^pagina nu (?:a fost găsită|există)/,
  /^sidan (?:kunde inte hittas|hittades inte|finns inte|saknas)|^siden (?:blev ikke fundet|findes ikke|finnes ikke|ble ikke funnet|kunne ikke findes)|^sivua ei (?:löytynyt|löydy)/,
  /^(?:nie znaleziono (?:strony|takiej strony)|strona nie (?:została znaleziona|istnieje)|stránka (?:nenalezena|nebyla nalezena|neexistuje|sa nenašla)|stranica nije pronađena|az oldal nem található|страницата не е намерена)/,
  /^(?:страница не (?:найдена|существует)|доступ (?:запрещ[её]н|ограничен|заборонено)|сторінк[уа] не (?:знайдено|знайдена|існує))/,
  /^(?:sayfa bulunamadı|aradığınız sayfa bulunamadı|erişim engellendi|halaman tidak (?:ditemukan|tersedia)|không tìm thấy trang|η σελίδα δεν (?:βρέθηκε|υπάρχει))/,
  /^(?:الصفحة غير (?:موجودة|متاحة)|لم يتم العثور على الصفحة|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|הדף לא נמצא|העמוד לא נמצא|पृष्ठ नहीं मिला|पेज नहीं मिला)/,
  /^(?:页面不存在|頁面不存在|找不到(?:页面|頁面|网页|網頁)|页面未找到|您访问的页面|您要访问的页面|抱歉[，,]?(?:您|页面)|ページが見つかりません|お探しのページ|指定されたページ|ページがありません|페이지를 찾을 수 없습니다|요청하신 페이지)/,
];

/** Titles longer than this say more than that something went wrong. */
const MAX_LENGTH = 120;

/** Whether one of the titles, one a line, or a part of it beside the site's name, says that there was an error. */
export function namesAnError(titles: string): boolean {
  return titles
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/\n| [|–—·»-] /)
    .map((part) => part.trim())
    .some((part) => part.length <= MAX_LENGTH && ERROR.some((pattern) => pattern.test(part)));
}
