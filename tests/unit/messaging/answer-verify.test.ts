import { describe, expect, it, vi } from 'vitest';
import { answerVerify } from '@/lib/messaging/answer-verify';

const question = { heed: 1, ask: 'identity' };
const background = { id: 'heed' };

describe('answering who is open', () => {
  it('reads the page again for the background', () => {
    const reply = vi.fn();
    answerVerify('heed', { currentKey: () => 'vera', reload: () => {} })(question, background, reply);
    expect(reply).toHaveBeenCalledExactlyOnceWith({ key: 'vera' });
  });

  it('asks anew how the page may be read when the background says that it has changed', () => {
    const reload = vi.fn();
    const reply = vi.fn();
    answerVerify('heed', { currentKey: () => 'vera', reload })(
      { heed: 1, tell: 'adapters' },
      background,
      reply,
    );
    expect(reload).toHaveBeenCalledOnce();
    expect(reply).not.toHaveBeenCalled();
  });

  it.each([
    ['another extension', question, { id: 'other' }],
    ['a sender without a name', question, {}],
    ['a page of ours in a tab', question, { id: 'heed', tab: { id: 1 } }],
    ['another question', { heed: 1, ask: 'name' }, background],
    ['a call', { heed: 1, method: 'page.report', input: {} }, background],
    ['nothing', null, background],
  ])('is silent to %s', (_, message, sender) => {
    const reply = vi.fn();
    const read = vi.fn(() => 'vera');
    answerVerify('heed', { currentKey: read, reload: read })(message, sender, reply);
    expect(reply).not.toHaveBeenCalled();
    expect(read).not.toHaveBeenCalled();
  });
});
