/** Words that name what a thing is. A name with one of them was given by a person and outlives a build. */
const MEANINGFUL =
  /e-?mail|phone|tel(?![a-z])|mobile|cell(?![a-z])|fax|name|customer|client|contact|account|party|person|user|request[eo]r|caller|member|subscriber|patient|guest|number|record|ticket|case|address|detail|profile|summary|value|label|title|subject|header|heading|sidebar|panel|card(?![a-z])|content|main/i;

/** What style sheets made of small parts use. */
const UTILITY =
  /^(?:-?(?:m|p|w|h|z|gap|inset|top|left|right|bottom|text|font|bg|border|rounded|flex|grid|col|row|shadow|opacity|leading|tracking|space|order|min|max)[trblxyse]?-.*|.*[:[\]/!].*|col|row|active|show|open|selected|focus|hover|first|last|odd|even)$/;

const words = (text: string) => text.split(/[^a-zA-Z]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');

/** Five consonants in a row, or four letters without a vowel: nobody speaks that. */
const isSpeakable = (word: string) =>
  word.length < 4 || (/[aeiouy]/i.test(word) && !/[bcdfghjklmnpqrstvwxz]{5}/i.test(word));

/** A name as a person gives one: words, no digits, no hash. */
export function isStableName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /\d/.test(name) || !/^[\p{L}][\p{L} :._-]*$/u.test(name))
    return false;
  // Not in ASCII: text of some language, which a build doesn't make up.
  return words(name).every(isSpeakable);
}

/** @returns whether a class says what its element is. Builds make up new ones, and style sheets have theirs for looks. */
export function isStableClass(name: string): boolean {
  if (UTILITY.test(name) || !isStableName(name) || !/^[\w-]+$/.test(name)) return false;
  // `Card_email__xYzAb`: what stands after two underscores is a build's.
  if (name.includes('__')) return false;
  return MEANINGFUL.test(name) && words(name).every((word) => !/[a-z][A-Z]{2,}[a-z]/.test(word));
}

export const isMeaningful = (name: string): boolean => MEANINGFUL.test(name);
