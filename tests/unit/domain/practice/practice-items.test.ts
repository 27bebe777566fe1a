import { describe, expect, it } from 'vitest';
import { emotions } from '@/lib/domain/note';
import { openings } from '@/lib/domain/practice/openings';
import {
  openingSchema,
  practiceItemSchema,
  practiceLanguages,
  practiceLevels,
  practiceThemes,
} from '@/lib/domain/practice/practice-item';
import { practiceItems } from '@/lib/domain/practice/practice-items';
import { practiceWordsIn } from '@/lib/ui/words/practice-words';

const spoken = practiceLanguages.map((language) => ({
  language,
  items: practiceItems.filter((item) => item.language === language),
}));
const isEmotion = (heard: string) => (emotions as readonly string[]).includes(heard);

describe('what there is to practise on', () => {
  it.each(practiceItems)('is whole: $id', (item) => {
    expect(practiceItemSchema.parse(item)).toEqual(item);
    expect(item.heard.length + item.notHeard.length).toBe(4);
    expect(new Set([...item.heard, ...item.notHeard]).size).toBe(4);
    const ways = [item.good, ...item.poor].map((id) => openings.find((one) => one.id === id)?.good);
    expect(ways).toEqual([true, false, false]);
    expect(new Set(item.poor).size).toBe(2);
  });

  it.each(openings)('each way to begin is explained, with its source: $id', (opening) => {
    expect(openingSchema.parse(opening)).toEqual(opening);
    expect(practiceItems.some(({ good, poor }) => [good, ...poor].includes(opening.id))).toBe(true);
  });

  it('has each customer once, and nobody under another’s words', () => {
    for (const of of ['id', 'words'] as const)
      expect(new Set(practiceItems.map((item) => item[of])).size).toBe(practiceItems.length);
    expect(new Set(openings.map(({ id }) => id)).size).toBe(openings.length);
  });

  it.each(spoken)(
    'in $language: twenty, of all levels and about all there is to be unhappy with',
    ({ items }) => {
      expect(items.length).toBeGreaterThanOrEqual(20);
      expect(new Set(items.map(({ level }) => level))).toEqual(new Set(practiceLevels));
      expect(new Set(items.map(({ theme }) => theme))).toEqual(new Set(practiceThemes));
      const has = (test: (item: (typeof items)[number]) => boolean) => expect(items.some(test)).toBe(true);
      // Polite but leaving; angry but staying; hardly a word.
      has(({ level, heard }) => level === 'at-risk' && heard.includes('leaving') && heard.includes('calm'));
      has(({ level, heard }) => level !== 'at-risk' && heard.includes('angry'));
      has(({ heard }) => heard.includes('nothing-said'));
    },
  );

  it('says what is heard in words, in both languages, and never the trade’s word for anyone', () => {
    for (const language of practiceLanguages)
      for (const { heard, notHeard } of practiceItems)
        for (const one of [...heard, ...notHeard])
          expect(practiceWordsIn[language].hears[one], `${language} ${one}`).toBeTruthy();
    const all = JSON.stringify([practiceItems, openings, practiceWordsIn]);
    expect(all).not.toMatch(/detract|promoter|NPS|Net Promoter/i);
  });

  it('explains each in the language that it is written in: no text stands under both', () => {
    const texts = [
      ...practiceItems.flatMap(({ whyLevel, whyHeard }) => [whyLevel, whyHeard]),
      ...openings.flatMap(({ intent, why }) => [intent, why]),
    ];
    expect(texts.filter(({ en, es }) => en === es)).toEqual([]);
  });

  it('lets no emotion be told from one who says nothing', () => {
    const silent = practiceItems.filter(({ heard }) => heard.includes('nothing-said'));
    expect(silent.flatMap(({ heard }) => heard).filter(isEmotion)).toEqual([]);
    for (const { level } of silent) expect(level).toBe('unknown');
  });
});
