import { afterEach, describe, expect, it } from 'vitest';
import { openings } from '@/lib/domain/practice/openings';
import { practiceItems } from '@/lib/domain/practice/practice-items';
import { inLanguage, setLanguage } from '@/lib/platform/language';
import { formatAge, formatDay, formatMoment, formatMoney, formatSpokenDay, plural } from '@/lib/ui/format';
import { words } from '@/lib/ui/words/words';

type Groups = Record<string, unknown>;
/** Every file of words, as it is built in: a file that has no Spanish beside it is seen here. */
const english = import.meta.glob<Groups>('../../../lib/ui/words/*words.ts', { eager: true });
const spanish = import.meta.glob<Groups>('../../../lib/ui/words/es/*words.ts', { eager: true });

const byName = (files: Record<string, Groups>, ending: 'En' | 'Es') =>
  Object.values(files).flatMap((file) =>
    Object.entries(file)
      .filter(([name]) => name.endsWith(ending))
      .map(([name, group]) => [name.slice(0, -2), group] as const),
  );

type Leaf = { path: string; text: string };
const samples = ['Ana', 'Berta', 'Clara'];

function said(value: (...args: unknown[]) => unknown): string {
  for (const args of [[2, 3, 4], samples, [['Ana'], 'Berta'], ['Ana', { hosts: ['Berta'], signature: null }]])
    try {
      const text = value(...args);
      if (typeof text === 'string') return text;
    } catch {
      // wants other arguments
    }
  return '';
}

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function') return [{ path, text: said(value as () => unknown) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** Names, signs and what both languages spell alike. */
const alike = new Set([
  'Heed',
  'No',
  'Error',
  'English',
  'Español',
  'Tab',
  'Esc',
  'Ctrl',
  'Alt',
  'CRM',
  'CRMs',
  'supervisor',
]);
const isNeutral = (text: string) =>
  alike.has(text) || !/\p{L}{2}/u.test(samples.reduce((left, name) => left.replaceAll(name, ''), text));

afterEach(() => setLanguage('en'));

describe('Spanish', () => {
  const en = byName(english, 'En');
  const es = new Map(byName(spanish, 'Es'));
  /** takes the facts of a customer and the time: see “drivers” */
  const ofFacts = new Set(['driver']);

  it('is there for every group of words', () => {
    expect(en.length).toBeGreaterThan(15);
    expect(en.map(([name]) => name).filter((name) => !es.has(name))).toEqual([]);
    const groups = Object.entries(english).filter(([path, file]) =>
      Object.keys(file).some((name) => /Words$|^words$/.test(name)) &&
      !Object.keys(file).some((name) => name.endsWith('En'))
        ? path
        : false,
    );
    expect(groups.map(([path]) => path)).toEqual([]);
  });

  it.each(en.filter(([name]) => !ofFacts.has(name)))(
    'says all of “%s”, and nothing of it in English',
    (name, group) => {
      const ours = leaves(group, name);
      const theirs = new Map(leaves(es.get(name), name).map(({ path, text }) => [path, text]));
      expect(ours.map(({ path }) => path).filter((path) => !theirs.get(path))).toEqual([]);
      const same = ours.filter(({ path, text }) => theirs.get(path) === text && !isNeutral(text));
      expect(same).toEqual([]);
    },
  );

  it('puts words between its own quotation marks', () => {
    const said = [...es].flatMap(([name, group]) => leaves(group, name));
    expect(said.filter(({ text }) => /[“”]/.test(text))).toEqual([]);
    const practised = [practiceItems, openings].flatMap(
      (one) => JSON.stringify(one).match(/"es":"[^"]*"/g) ?? [],
    );
    expect(practised.length).toBeGreaterThan(50);
    expect(practised.filter((text) => /[“”]/.test(text))).toEqual([]);
  });

  it.each([
    ['2026-11-23', 'mañana'],
    ['2026-11-09', 'el lunes 9 de noviembre'],
    ['2027-01-22', 'el viernes 22 de enero de 2027'],
  ])('says the day %s as one speaks: %s', (date, words) => {
    setLanguage('es');
    expect(formatSpokenDay(date, new Date('2026-11-22T12:00:00Z'))).toBe(words);
  });

  it('is chosen when a word is said, not when it is taken', () => {
    const w = words.note;
    expect(w.wrapUp).toBe('Wrap up');
    setLanguage('es');
    expect(w.wrapUp).toBe('Cerrar nota');
    expect(inLanguage({ n: { a: 'x' } }, { n: { a: 'y' } }).n.a).toBe('y');
  });

  it('writes days, ages and money its own way', () => {
    const now = new Date(2026, 10, 27, 12);
    setLanguage('es');
    expect(formatDay('2026-11-26', now)).toBe('ayer');
    expect(formatDay('2026-12-04', now)).toMatch(/vie.*4.*dic/);
    expect(formatMoment(new Date(2026, 10, 27, 9, 5).toISOString(), now)).toBe('hoy a las 09:05');
    expect(formatAge(new Date(2026, 10, 15).toISOString(), now)).toBe('12 días');
    expect(formatMoney(1750, 'EUR')).toMatch(/^17,50\s€$/);
    expect(plural(12345, 'nota', 'notas')).toBe('12.345 notas');
    expect(plural(1, 'nota', 'notas')).toBe('1 nota');
  });
});
