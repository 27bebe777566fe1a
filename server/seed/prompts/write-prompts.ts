import type { Prompt, Step } from '@/lib/domain/playbook';

type Said = readonly [intent: string, example: string];

type Entry = Pick<Prompt, 'id' | 'when' | 'source' | 'retention' | 'asksWho'> & {
  step: Step;
  en: Said;
  es: Said;
  /** it tells something of the account: only for a caller who may hear it */
  tells?: true;
};

/** Prompts as the playbook has them, from entries that are short enough to be read side by side in both languages. */
export function writePrompts(entries: readonly Entry[]): Prompt[] {
  return entries.map(({ en, es, tells = false, ...entry }) => ({
    ...entry,
    intent: en[0],
    example: en[1],
    words: { es: { intent: es[0], example: es[1] } },
    disclosing: tells,
  }));
}
