import { describe, expect, it } from 'vitest';
import {
  parseContract,
  parseMoney,
  parseMonths,
  parseScore,
  parseStatus,
  parseYesNo,
} from '@/server/import/parse-cell';

describe('a score', () => {
  it.each([
    ['0', 0],
    ['10', 10],
    ['9.0', 9],
    ['07', 7],
    ['', null],
    ['N/A', null],
    ['NULL', null],
  ])('%j is %s', (text, value) => {
    expect(parseScore(text)).toEqual({ value });
  });

  it.each(['11', '8.5', '-1', '8,5', 'ten', '9/10', '1e1', '100', '٣'])('is not %j', (text) => {
    expect(parseScore(text)).toHaveProperty('fault');
  });
});

describe('an amount', () => {
  it.each([
    ['29.85', 2985],
    ['29,85', 2985],
    ['29', 2900],
    ['29.9', 2990],
    ['1,234.50', 123450],
    ['1.234,50 €', 123450],
    ['£1,234', 123400],
    ['1 234,50', 123450],
    ['CHF 1’234.50', 123450],
    ['1,234,567.89', 123456789],
    ['0.1049', 10],
  ])('%s is %d', (text, value) => {
    expect(parseMoney(text, 2)).toEqual({ value });
  });

  it('has the decimal places of its currency', () => {
    expect(parseMoney('1,200', 0)).toEqual({ value: 1200 });
    expect(parseMoney('1.5', 3)).toEqual({ value: 1500 });
  });

  it.each(['', '-5', 'free', '1.2.3', '12,34,56', '1e5', '.'])('is not %j', (text) => {
    expect(parseMoney(text, 2)).toHaveProperty('fault');
  });
});

describe('words', () => {
  it.each([
    ['Month-to-month', 'monthly'],
    ['monthly', 'monthly'],
    ['One year', 'yearly'],
    ['Jährlich', 'yearly'],
    ['12 months', 'yearly'],
    ['Two year', 'longer'],
    ['24-months', 'longer'],
  ])('contract %s is %s', (text, value) => {
    expect(parseContract(text)).toEqual({ value });
  });

  it.each([
    ['active', 'active'],
    ['Lost', 'lost'],
    ['Churned', 'lost'],
    ['Yes', 'lost'],
    ['No', 'active'],
  ])('status %s is %s', (text, value) => {
    expect(parseStatus(text)).toEqual({ value });
  });

  it('yes and no in several languages, and nothing guessed', () => {
    expect(['Yes', 'ja', 'SÍ', '1', 'x'].map(parseYesNo)).toEqual(Array(5).fill({ value: true }));
    expect(['no', 'NEIN', '0', 'Não'].map(parseYesNo)).toEqual(Array(4).fill({ value: false }));
    for (const parse of [parseYesNo, parseStatus, parseContract])
      expect(parse('perhaps')).toHaveProperty('fault');
  });

  it('months are whole and not negative', () => {
    expect(['0', '72', '5.9'].map(parseMonths)).toEqual([{ value: 0 }, { value: 72 }, { value: 5 }]);
    for (const text of ['-1', 'ten', '1201', '', '1e2']) expect(parseMonths(text)).toHaveProperty('fault');
  });
});
