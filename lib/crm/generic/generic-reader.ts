/** The reader of pages that no adapter knows, beside adapters: named like one, and counted up when it reads otherwise. */
export const GENERIC = { id: 'generic', version: 1 } as const;
