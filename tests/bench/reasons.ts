import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { suggestReasons } from '@/lib/domain/reasons/suggest-reasons';
import { type CodedNote, trainReasons } from '@/lib/domain/reasons/train-reasons';
import type { Figure } from './figure';

const rowsSchema = z.array(z.object({ text: z.string(), label: z.string().min(1) }));

/** @throws Error that names the file, when it isn't a CSV file with the columns `text` and `label` */
export function readCodedNotes(file: string): CodedNote[] {
  const rows = rowsSchema.safeParse(parse(readFileSync(file, 'utf8'), { columns: true, bom: true }));
  if (!rows.success || rows.data.length === 0)
    throw new Error(`${file} has to be a CSV file with the columns text and label, and a row.`);
  return rows.data.map(({ text, label }) => ({ text, code: label }));
}

const LABELS = join('tests', 'bench', 'reasons', 'telco-labels.csv');
const WORDS = join('..', 'shared', 'data', 'telco', 'responses.csv');
/** Of the coded answers, by time; the later ones are what is suggested for. */
const LEARNED_FROM = 0.7;

const labelsSchema = z.array(z.object({ response_id: z.string(), label: z.string() }));
const answersSchema = z.array(
  z.object({ response_id: z.string(), answered_at: z.string(), comment: z.string() }),
);
const readRows = (file: string): unknown => parse(readFileSync(file, 'utf8'), { columns: true });

/** The telecom's answers that were coded by hand (`reasons/codebook.md`), split by time; null where its words aren't here. */
export function readTelco(): { train: CodedNote[]; test: CodedNote[] } | null {
  if (!existsSync(WORDS)) return null;
  const labels = labelsSchema.parse(readRows(LABELS)).filter(({ label }) => label !== 'no-reason');
  const codes = new Map(labels.map(({ response_id, label }) => [response_id, label]));
  const notes = answersSchema
    .parse(readRows(WORDS))
    .sort((a, b) => a.answered_at.localeCompare(b.answered_at))
    .flatMap(({ response_id, comment: text }) => {
      const code = codes.get(response_id);
      return code === undefined ? [] : [{ text, code }];
    });
  const at = Math.floor(notes.length * LEARNED_FROM);
  return { train: notes.slice(0, at), test: notes.slice(at) };
}

/** The mean over all reasons of F1, each counting the same. @param pairs what is so, and what was suggested first */
function macroF1(
  codes: readonly string[],
  pairs: readonly (readonly [string, string | undefined])[],
): number {
  const each = codes.map((code) => {
    const right = pairs.filter(([is, said]) => is === code && said === code).length;
    const wrong = pairs.filter(([is, said]) => (is === code) !== (said === code)).length;
    return right === 0 ? 0 : (2 * right) / (2 * right + wrong);
  });
  return each.reduce((sum, f1) => sum + f1, 0) / codes.length;
}

const commonest = (notes: readonly CodedNote[]): string => {
  const counts = new Map<string, number>();
  for (const { code } of notes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code)[0] ?? '';
};

/**
 * What is suggested for notes whose reason a person gave, beside giving all of them the reason that training saw most.
 * The reasons' own words are their labels.
 */
export function measureReasons(train: readonly CodedNote[], test: readonly CodedNote[]): Figure[] {
  const codes = [...new Set(train.map(({ code }) => code))];
  const model = trainReasons(
    codes.map((code) => ({ code, words: code })),
    train,
  );
  const said = test.map(({ text }) => suggestReasons(model, text).map(({ code }) => code));
  const all = [...new Set([...codes, ...test.map(({ code }) => code)])];
  const majority = commonest(train);
  const share = (isRight: (code: string, i: number) => boolean) =>
    test.filter(({ code }, i) => isRight(code, i)).length / test.length;
  const figure = (name: string, value: number, baseline: number) => ({
    ...{ name, value, unit: '', baseline },
    ratio: value / baseline,
  });
  return [
    figure(
      'reasons.accuracy',
      share((code, i) => said[i]?.[0] === code),
      share((code) => code === majority),
    ),
    figure(
      'reasons.macroF1',
      macroF1(
        all,
        test.map(({ code }, i) => [code, said[i]?.[0]] as const),
      ),
      macroF1(
        all,
        test.map(({ code }) => [code, majority] as const),
      ),
    ),
    figure(
      'reasons.top3',
      share((code, i) => said[i]?.includes(code) ?? false),
      share((code) => code === majority),
    ),
  ];
}
