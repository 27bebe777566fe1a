import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answersIn, countBands, npsInterval, npsOf } from '@/lib/domain/nps';

const file = '../shared/data/telco/responses.csv';
const rowSchema = z.object({
  score: z.string(),
  journey_stage: z.string(),
});

function readAnswers() {
  const rows = z.array(rowSchema).parse(parse(readFileSync(file), { columns: true }));
  return rows.map((r) => ({
    score: r.score === '' ? null : Number(r.score),
    stage: r.journey_stage,
  }));
}

describe.skipIf(!existsSync(file))('the telco answers (needs ../shared/data)', () => {
  const answers = existsSync(file) ? readAnswers() : [];
  const stage = (name: string) => answers.filter((a) => a.stage === name);

  it.each([
    ['all answers pooled', answers, [690, 392, 1271], -24.69, -28.21, -21.11],
    ['Order', stage('Order'), [341, 184, 437], -9.98, -15.58, -4.31],
    ['First Payment', stage('First Payment'), [307, 185, 638], -29.29, -34.26, -24.17],
    ['Equipment Received', stage('Equipment Received'), [39, 22, 170], -56.71, -65.79, -46.17],
    ['Service in Use', stage('Service in Use'), [3, 1, 26], -76.67, -92.29, -47.1],
  ])('%s', (_group, group, bands, nps, low, high) => {
    const counts = countBands(group.map((a) => a.score));
    expect([counts.promoters, counts.passives, counts.detractors]).toEqual(bands);
    expect(npsOf(counts)).toBeCloseTo(nps, 2);
    expect(npsInterval(counts).low).toBeCloseTo(low, 2);
    expect(npsInterval(counts).high).toBeCloseTo(high, 2);
  });

  it('are 2,385, of which 32 have no score', () => {
    expect(answers).toHaveLength(2385);
    expect(answersIn(countBands(answers.map((a) => a.score)))).toBe(2353);
  });
});
