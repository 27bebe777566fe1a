import { mayDisclose } from './may-disclose';
import type { Caller } from './note';

/** What Heed knows of the rep, and may say to whoever calls. */
const ofRep = ['rep', 'company'] as const;
/** What Heed knows of the customer and of what was promised: for nobody's ear who isn't verified. */
const ofCustomer = ['customer', 'promise', 'due', 'broken', 'brokenDue', 'newDue'] as const;
/** What Heed can't know: only the rep can fill it in. */
const repsOwn = [
  'day',
  'time',
  'minutes',
  'sum',
  'matter',
  'reason',
  'person',
  'place',
  'way',
  'otherWay',
  'words',
] as const;

/** All that an example may name in braces. */
export const exampleNames = [...ofRep, ...ofCustomer, ...repsOwn] as const;
export type ExampleName = (typeof exampleNames)[number];
type Known = (typeof ofRep)[number] | (typeof ofCustomer)[number];

/** What there is to fill in; empty or not there where Heed doesn't know it. */
export type ExampleValues = Partial<Record<Known, string>>;
/** What a gap stands for; `unknown` where a newer playbook, or an organisation's own, names what this Heed doesn't know. */
export type Blank = ExampleName | 'unknown';
/** Words to read, of which `told` are about the customer; or a gap that is the rep's to fill in. */
export type ExamplePart = { said: string } | { told: string } | { blank: Blank };

/** Some write two braces for one, as other templates have it. */
const NAMED = /\{+([^{}]*)\}+/;
const isName = (name: string): name is ExampleName => exampleNames.some((known) => known === name);
const isOfCustomer = (name: ExampleName) => ofCustomer.some((known) => known === name);

/** What stands in braces and is no name of ours. */
export function unknownNames(text: string): string[] {
  const named = [...text.matchAll(new RegExp(NAMED, 'g'))].map(([, name = '']) => name);
  return named.filter((name) => !isName(name));
}

/**
 * An example with what Heed knows filled in and a gap for what it doesn't: an invented day read aloud would be a lie, and
 * the braces of a name are read by nobody. What is filled in is never read again.
 */
export function exampleParts(text: string, values: ExampleValues, caller: Caller): ExamplePart[] {
  const known: Partial<Record<string, string>> = values;
  const pieces = text.split(new RegExp(NAMED, 'g'));
  return pieces.flatMap((piece, i): ExamplePart[] => {
    const isNamed = i % 2 === 1;
    if (!isNamed) return piece === '' ? [] : [{ said: piece }];
    if (!isName(piece)) return [{ blank: 'unknown' }];
    const value = known[piece]?.trim() ?? '';
    if (value === '') return [{ blank: piece }];
    if (!isOfCustomer(piece)) return [{ said: value }];
    return mayDisclose(caller) ? [{ told: value }] : [{ blank: piece }];
  });
}
