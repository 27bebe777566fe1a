import { usualPlace } from '@/lib/crm/frame/frame-place';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { type LanguageChoice, language, setLanguage } from '@/lib/platform/language';

export type Look = RpcOutput<'look.get'>;

/** Where the background doesn't say. */
export const usualLook: Look = { language: 'browser', isPrivate: false, place: usualPlace };

/** From now on this page of ours speaks the language chosen, and says so to screen readers. */
export function speak(choice: LanguageChoice): void {
  setLanguage(choice);
  document.documentElement.lang = language();
}
