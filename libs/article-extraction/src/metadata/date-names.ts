/** Names of meta elements that hold the time of publication; those kept best by newsrooms first. */
export const PUBLISHED_META = (
  'article:published_time og:article:published_time og:published_time datepublished article:published ' +
  'rnews:datepublished parsely-pub-date sailthru.date publishdate publish-date publish_date pubdate pub_date ' +
  'publication_date article_date_original date_published published_time published_at published-at published ' +
  'originalpublicationdate article.published cxenseparse:recs:publishtime cxenseparse:publishtime firstpublished ' +
  'article:post_date article:publicationdate displaydate uploaddate video:release_date release_date ' +
  'dcterms.created dcterms.issued dc.date.issued dc.date.created dc.date.publication citation_publication_date ' +
  'citation_online_date citation_date article.created created created_time creation_date date.created ' +
  'datecreated'
).split(' ');

/** Names that some use for the time of publication and some for any other. */
export const LOOSE_META =
  'dcterms.date dc.date dc:date date timestamp pub-date content_create_date'.split(' ');

/** Names of meta elements that hold the time of the last change. */
export const MODIFIED_META = (
  'article:modified_time og:article:modified_time datemodified og:updated_time article:updated_time ' +
  'article:modified article.updated dcterms.modified dc.date.modified modified_time modified last-modified ' +
  'lastmod last_updated revised date_modified updated_time parsely-updated-date'
).split(' ');

/** Words that stand before the date of a change, in the languages of most news. */
const MODIFIED =
  /updat|modif|edited|revised|last (?:change|review|edit)|actuali[sz]|atuali[sz]|mis(?:e)? à jour|aktuali|(?<!unver)änder|bearbeit|aggiorn|bijgewerkt|gewijzigd|uppdater|oppdater|opdater|muokat|päivitet|обновл|измен|оновл|редакт|zmodyf|güncel|ενημ|upraven|módos|frissít|更新|修改|갱신|수정|업데이트|تحديث|تعديل|بروزرسانی|به‌روز|עודכן|עדכון|cập nhật|diperbarui|अपडेट|अद्यतन/giu;

/** Words that stand before the date of publication. */
const PUBLISHED =
  /publi|posted|veröffentlich|erstellt|erschienen|geplaatst|julkaist|опублик|dodan|yayın|發佈|发布|公開|配信|입력|등록|نشر|פורסם|đăng|diterbitkan|प्रकाशित/giu;

/** Verbs that stand behind the date. */
const VERB_LAST =
  /^[^\p{L}]*(?:(?:um|uhr|kl|at)\P{L}+){0,2}(?:geändert|bearbeitet|aktualisiert|gewijzigd|bewerkt|更新|수정)/iu;

/** How far before a date its label may stand. */
const LABEL_LENGTH = 40;

/** What the words right before a date say of it; the nearest of them decides. */
export function labelOf(before: string, after = ''): 'published' | 'modified' | 'unknown' {
  const label = before.slice(-LABEL_LENGTH);
  const [modified, published] = [lastMatch(label, MODIFIED), lastMatch(label, PUBLISHED)];
  if (modified === -1 && published === -1) {
    return VERB_LAST.test(after.slice(0, LABEL_LENGTH)) ? 'modified' : 'unknown';
  }
  return modified > published ? 'modified' : 'published';
}

function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}
