/** Longest text that is tried: what these phrases begin is short, and the trial's cost is bounded. */
const MAX_LENGTH = 300;

/** Phrases that newsrooms' systems put between paragraphs; each stands for a kind, not for a site. */
const PHRASES: readonly RegExp[] = [
  /^(?:advertisement|advertising|ad|sponsored(?: content)?|story continues below(?: advertisement)?|article continues (?:after|below)(?: .{0,20})?)[.:]?$/i,
  /^(?:read (?:more|also|next|full story|the full (?:story|article))|see (?:also|more)|also read|more (?:on this|from|coverage)|related(?: (?:articles?|stories|coverage|content|topics?|links?|news|video))?|recommended|don't miss|must read|watch(?: now| live| more)?|listen(?: now)?|what to read next|you may also like|you might also like|up next|in this article)\b\s*(?::.*|\W*)$/i,
  /^(?:read more|read also|also read|see also|related|watch|more|must read|recommended|lire aussi|à lire aussi|lees ook|lies auch|lesen sie auch|leggi anche|leia também|leia mais|lea también|le puede interesar|читайте также)\s*[:：|»>]/i,
  /^(?:share|tweet|email|print|save|copy link|share (?:this|on|via)\b.{0,60}|follow (?:us|me|him|her|@)\b.{0,80}|like us on .{0,60}|click (?:here|to)\b.{0,80})\W*$/i,
  /^(?:sign up|subscribe|get (?:our|the) .{0,40}newsletter|join our|download (?:our|the) .{0,30}app)\b.{0,160}$/i,
  /^(?:loading\W*|please wait\W*|view comments?|\d+ comments?|leave a (?:comment|reply)|comments?(?: \(\d+\))?|give your comments?|show comments|post a comment)$/i,
  /^(?:(?:file )?photos?|image|picture|video|photograph|photo credit|credit|source|getty images|ap photo)\s*[:：/©].{0,120}$/i,
  /^(?:©|copyright|\(c\)\s).{0,200}$/i,
  /^all rights reserved\b.{0,120}$/i,
  /^(?:we use|this (?:site|website) uses|by (?:continuing|using)) .{0,80}cookies?\b.{0,160}$/i,
  /^(?:published|updated|last updated|posted|publish|modified)(?: on| at)?\s*[:：].{0,60}$/i,
  /^(?:by .{2,60}\|)?[|\s]*(?:(?:published|updated|posted|modified|first published|last (?:updated|modified))\b[\s:]*(?:on |at )?)+(?:(?:mon|tue|wed|thu|fri|sat|sun)\w*,? ?)?.{0,12}\d.{0,60}$/i,
  /^(?:by|par|von|por|di|door)(?: .{2,60}(?:\||[-–—]) ?(?:\w+ ){0,3}\d.{0,50})?$/i,
  /^(?:image|photo|slide)? ?\d{1,3} ?(?:of|\/|of \/) ?\d{1,3}$|^(?:caption|close|text size|order reprints|print article|story timeline|gallery|slideshow|expand|hide caption|toggle caption|enlarge this image)$/i,
  /^\(?(?:image|photo|picture|credit|video)(?: credit)?s?\s*[:：].{0,120}\)?$|^\([^()]{2,40} \/ (?:ap|reuters|afp|getty)[^()]{0,40}\)$/i,
  /^(?:citation:|this document is subject to copyright|this slideshow requires|this story (?:was|has been) updated|(?:our|your) journalism needs your support|get the latest .{0,60} (?:inbox|newsletter)).{0,260}$/i,
  /^(?:https?:\/\/\S+|(?:www|twitter|facebook)\.\S+|@\w{2,20}|[\w.+-]+@[\w-]+\.[\w.]+)$/i,
  /^(?:follow|contact|email|reach) (?:the )?(?:reporters?|author|him|her|them|[A-Z]\w+(?: [A-Z]\w+)?) (?:on|at|via|by)\b.{0,160}$/,
  /^\W*(?:[Aa]dditional |[Oo]ther )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Pp]roduced)(?: and \w+)? by \p{Lu}\p{L}+ \p{Lu}.{0,240}$/u,
  /^(?:write to|reach|contact|e-?mail|follow)\b.{0,120}(?:@\w|twitter\.com).{0,60}$/i,
  /^(?:note|attention|achtung|atención|atenção)\b.{0,80}\bcom(?:m|ent[aá]ri)\w*\b.{0,160}$/i,
  /^(?:skip to|back to top|jump to|go to)\b.{0,40}$/i,
];

/** Phrases that may stand within a line; they cost most, so they are tried only where a word of theirs is. */
const PHRASES_WITHIN: readonly RegExp[] = [
  /^.{0,80}\b(?:may|can) be (?:reached|contacted) (?:at|via|by)\b.{0,200}$/i,
  /^.{0,200}\bcontributed to this (?:report|story|article)\b.{0,60}$/i,
  /^.{0,80}\bshare (?:it|this) with (?:a friend|your friends|friends)\b.{0,40}$/i,
];
const WITHIN = /contributed|(?:may|can) be|share (?:it|this)/i;

/** What sites owe their readers about purchases and data; whole paragraphs. */
const DISCLOSURE =
  /^(?:if you (?:purchase|buy|click|make a purchase)\b|we may (?:earn|receive|get)\b|(?:when|if) you (?:buy|purchase|shop) through\b|this (?:post|article|story|page) (?:may )?contains? affiliate links)/i;
const MAX_DISCLOSURE = 600;

/** Whether a whole paragraph is a phrase of the page's machinery. */
export function isBoilerplateText(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (text.length <= MAX_DISCLOSURE && DISCLOSURE.test(text)) {
    return /commission|compensation|affiliate|privacy|terms|cookie/i.test(text);
  }
  if (text.length > MAX_LENGTH) return false;
  const isOf = (phrase: RegExp): boolean => phrase.test(text);
  return PHRASES.some(isOf) || (WITHIN.test(text) && PHRASES_WITHIN.some(isOf));
}
