import type { AdaptersChanged, VerifyReply, VerifyRequest } from './envelope';
import { isOwnBackground, type SenderFacts } from './sender';

type FromBackground = VerifyRequest | AdaptersChanged;

function isOurs(message: unknown): message is FromBackground {
  return typeof message === 'object' && message !== null && 'heed' in message && message.heed === 1;
}

/**
 * A content script's `runtime.onMessage` listener: tells the background, and nobody else, who is open on the page now.
 * @param page `currentKey` reads the page again; `reload` asks anew how it may be read
 */
export function answerVerify(ownId: string, page: { currentKey(): string | null; reload(): void }) {
  return (message: unknown, sender: SenderFacts, reply: (answer: VerifyReply) => void): void => {
    if (!isOurs(message) || !isOwnBackground(sender, ownId)) return;
    if ('tell' in message && message.tell === 'adapters') page.reload();
    if ('ask' in message && message.ask === 'identity') reply({ key: page.currentKey() });
  };
}
