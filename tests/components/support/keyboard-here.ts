import { onTestFinished, vi } from 'vitest';

/** jsdom takes a document whose focused element went for one without the keyboard; in a browser it stays there. */
export function keepKeyboardHere(): void {
  const here = vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  onTestFinished(() => here.mockRestore());
}
