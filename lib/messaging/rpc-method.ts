import { z } from 'zod';

/**
 * Who may call a method. `content`: our content script in a granted page's top frame. `frame`: the sidebar in a page,
 * paired with that page's content script. `panel`: the same app in the browser's own sidebar. `popup`: what a click
 * on the button in the toolbar opens. `page`: options and first run.
 */
export type CallerClass = 'content' | 'frame' | 'panel' | 'popup' | 'page';

type Method = { from: readonly CallerClass[]; input: z.ZodType; output: z.ZodType };
export const method = <M extends Method>(m: M): M => m;

/** What a method answers that only does something. */
export const ok = z.object({});
