import type { Locator } from '@/lib/protocol/crm-adapter';

/** As a person reads it: the selector, and the labels before which it stands where those tell. */
export const asSelector = (at: readonly Locator[]): string =>
  at.map(({ css, labelled }) => (labelled ? `${css} (${labelled.join(', ')})` : css)).join(' | ');
