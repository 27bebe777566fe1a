import type { Detection } from '../detect';
import { createScriptSlot } from '../script-slot';

export type ReadGeneric = (url: URL, document: Document, isRecord?: boolean) => Detection;

/** The reader of pages that no adapter knows. */
export const readerSlot = createScriptSlot<ReadGeneric>('generic');
