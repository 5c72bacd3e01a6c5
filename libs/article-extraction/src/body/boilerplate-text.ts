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
  /^(?:skip to|back to top|jump to|go to)\b.{0,40}$/i,
];

/** Whether a whole paragraph is a phrase of the page's machinery. */
export function isBoilerplateText(text: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  return text.length <= MAX_LENGTH && PHRASES.some((phrase) => phrase.test(text));
}
