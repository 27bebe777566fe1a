import type {
  AdaptersChanged,
  ChordReply,
  ChordRequest,
  LevelsChanged,
  VerifyReply,
  VerifyRequest,
} from './envelope';
import { isOwnBackground, type SenderFacts } from './sender';

type FromBackground = VerifyRequest | ChordRequest | AdaptersChanged | LevelsChanged;

type Page = { currentKey(): string | null; reload(): void; levelsChanged(): void; chord(): ChordReply['at'] };

function isOurs(message: unknown): message is FromBackground {
  return typeof message === 'object' && message !== null && 'heed' in message && message.heed === 1;
}

/**
 * A content script's `runtime.onMessage` listener: tells the background, and nobody else, who is open on the page now.
 * @param page `currentKey` reads the page again; `reload` asks anew how it may be read; `levelsChanged` asks anew for what lists show;
 * `chord` moves the keyboard
 */
export function answerVerify(ownId: string, page: Page) {
  return (message: unknown, sender: SenderFacts, reply: (answer: VerifyReply | ChordReply) => void): void => {
    if (!isOurs(message) || !isOwnBackground(sender, ownId)) return;
    if ('tell' in message && message.tell === 'adapters') page.reload();
    if ('tell' in message && message.tell === 'levels') page.levelsChanged();
    if ('ask' in message && message.ask === 'chord') reply({ at: page.chord() });
    if ('ask' in message && message.ask === 'identity') reply({ key: page.currentKey() });
  };
}
