import { describe, expect, it } from 'vitest';
import { driverCodes } from '@/lib/domain/card';
import { appErrorCodes } from '@/lib/platform/app-error';
import { endangersWords, errorText } from '@/lib/ui/error-text';
import { driversInWords } from '@/lib/ui/words/driver-words';
import { settingsWords } from '@/lib/ui/words/settings-words';
import { words } from '@/lib/ui/words/words';
import { makeCard } from '../../components/support/make-view';

const now = new Date('2026-11-22T12:00:00Z');

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value('x', 'y'))];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTexts) : [];
}

describe('what a rep reads', () => {
  const drivers = driverCodes.map((code) => driversInWords([{ code, points: 1 }], makeCard(), now));
  const errors = appErrorCodes.flatMap((code) => allTexts(errorText(code)));

  it('never says detractor, promoter or NPS where a customer could see the screen', () => {
    const texts = [...allTexts(words), ...drivers, ...errors];
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((t) => /detractor|promoter|passive|\bNPS\b/i.test(t))).toEqual([]);
  });

  it('has words for every driver, and none is a code', () => {
    expect(drivers.filter((d) => d.length < 5 || driverCodes.some((code) => d.includes(code)))).toEqual([]);
  });

  it('names the trademarks in settings alone', () => {
    expect(allTexts(settingsWords).filter((t) => /NPS/.test(t))).toEqual([settingsWords.about.marks]);
  });
});

describe('drivers', () => {
  const card = makeCard({ brokenPromises: 2, contacts90: 5, since: '2026-11-10' });

  it('come strongest first, in one sentence with the card’s own figures', () => {
    const drivers = [
      { code: 'score-detractor', points: 25 },
      { code: 'contacts-many', points: 25 },
      { code: 'promise-broken', points: 25 },
      { code: 'tenure-short', points: 15 },
    ] as const;
    expect(driversInWords(drivers, card, now)).toBe(
      'Gave us 4 of 10, 5 contacts in 90 days, 2 broken promises, new customer.',
    );
  });

  it('are nothing where there are none', () => expect(driversInWords([], card, now)).toBe(''));
});

describe('errors', () => {
  it.each(appErrorCodes)('%s says what happened and whether anything is lost', (code) => {
    const { what, lost } = errorText(code);
    expect(what).toMatch(/\.$/);
    expect(lost).toMatch(/lost|safe|still here|kept|stay|Nothing|tries again/);
  });

  it('are red only where words may be lost', () => {
    expect(appErrorCodes.filter(endangersWords)).toEqual([
      'storage-full',
      'storage-failed',
      'storage-blocked',
    ]);
  });
});
