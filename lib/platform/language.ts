/** The languages that Heed speaks. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** What a person can choose: one of them, or whatever the browser speaks. */
export const languageChoices = ['browser', ...languages] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** The same words in another language: every key there, the same arguments, other text. */
export type Worded<T> = T extends (...args: infer A) => unknown
  ? (...args: A) => string
  : T extends string
    ? string
    : T extends readonly unknown[]
      ? readonly Worded<T[number]>[]
      : { readonly [K in keyof T]: Worded<T[K]> };

const spoken = (): readonly string[] => globalThis.navigator?.languages ?? [];

function byBrowser(): Language {
  const first = spoken().find((tag) => /^(en|es)\b/i.test(tag)) ?? 'en';
  return /^es/i.test(first) ? 'es' : 'en';
}

/** Scripts that are brought into a page one by one share their world, and not this module. */
const KEY = Symbol.for('heed.language');
const world = globalThis as { [KEY]?: Language };

/** The language of what is said now. */
export function language(): Language {
  world[KEY] ??= byBrowser();
  return world[KEY];
}

/**
 * For Intl: dates, numbers and money go by the language around them, for mixed languages in one line read as an error;
 * by the person's own kind of Spanish, where the browser says it. English is British wherever it is: the 24-hour clock.
 */
export function locale(): string {
  if (language() === 'en') return 'en-GB';
  return spoken().find((tag) => /^es\b/i.test(tag)) ?? 'es-ES';
}

/** From now on everything is said in this language: what is on show, when it is painted anew. */
export function setLanguage(choice: LanguageChoice): void {
  world[KEY] = choice === 'browser' ? byBrowser() : choice;
}

type Group = Readonly<Record<string, unknown>>;
const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function chosen(en: Group, es: Group): Group {
  const words = {};
  for (const [key, english] of Object.entries(en)) {
    const spanish = es[key];
    const inner = isGroup(english) && isGroup(spanish) ? chosen(english, spanish) : null;
    const get = inner ? () => inner : () => (language() === 'es' ? spanish : english);
    Object.defineProperty(words, key, { enumerable: true, get });
  }
  return words;
}

/**
 * Words in two languages as one object: each word is looked up when it is said, so that a file may take a group of them
 * to itself (`const w = words.note`) before the language is known. A single word taken at the top of a file would stay.
 */
export function inLanguage<T extends object>(en: T, es: Worded<T>): Worded<T> {
  return chosen(en as Group, es as Group) as Worded<T>;
}
