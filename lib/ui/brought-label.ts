import { language } from '@/lib/platform/language';
import { broughtEs } from './words/es/brought-labels';

/** A label of the organisation's lists, in the language spoken where it is one that Heed itself brought. */
export function broughtLabel(label: string, spoken: string = language()): string {
  return (spoken === 'es' ? broughtEs.get(label) : undefined) ?? label;
}
