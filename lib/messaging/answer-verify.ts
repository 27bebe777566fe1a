import type { VerifyReply, VerifyRequest } from './envelope';
import { isOwnBackground, type SenderFacts } from './sender';

function isVerifyRequest(message: unknown): message is VerifyRequest {
  return (
    typeof message === 'object' &&
    message !== null &&
    'heed' in message &&
    message.heed === 1 &&
    'ask' in message &&
    message.ask === 'identity'
  );
}

/**
 * A content script's `runtime.onMessage` listener: tells the background, and nobody else, who is open on the page now.
 * @param currentKey reads the page again
 */
export function answerVerify(ownId: string, currentKey: () => string | null) {
  return (message: unknown, sender: SenderFacts, reply: (answer: VerifyReply) => void): void => {
    if (isVerifyRequest(message) && isOwnBackground(sender, ownId)) reply({ key: currentKey() });
  };
}
