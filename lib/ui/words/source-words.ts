import { inLanguage } from '@/lib/platform/language';
import { sourceEs } from './es/source-words';

/** What stands behind a prompt, for the curious, by the key that the prompt names. */
export const sourceEn = {
  X1: 'A long apology lowers satisfaction; several real ways to put it right raise it. Marinova, Singh and Singh, Journal of Marketing Research, 2018 (airline desks, not phones).',
  X3: 'Warm words at the start and the end, competent ones in the middle. Packard, Li and Berger, Journal of Consumer Research, 2023.',
  X4: '“I” does better than “we”. Packard, Moore and McFerran, Journal of Marketing Research, 2018.',
  X5: 'Concrete words show that somebody listens. Packard and Berger, Journal of Consumer Research.',
  X7: 'A fair outcome counts for this call, fair treatment for whether they stay. Gelbrich and Roschk, a review of many studies.',
  D1: 'Hear, empathise, apologise, resolve, and then find out why. Disney Institute.',
  D2: 'Thank people for telling you. Cleveland Clinic.',
  E2: 'Whoever is dissatisfied may complain, justified or not. UK Financial Conduct Authority; other places have other clocks.',
  'rule:verify': 'Heed’s own rule: nothing about the account before it is clear who is on the line.',
  'rule:outreach':
    'Heed’s own rule: whoever is rung up is told why at once, asked whether now is good, not contradicted, sold nothing.',
  'rule:support': 'Heed’s own rule: how a call goes may change; why is nobody’s business here.',
} as const;

export const sourceWords = inLanguage(sourceEn, sourceEs);

/** An organisation's own key stands for itself. */
export function sourceText(key: string): string {
  return Object.hasOwn(sourceWords, key) ? sourceWords[key as keyof typeof sourceEn] : key;
}
