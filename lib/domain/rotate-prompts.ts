import { z } from 'zod';
import { type Prompt, phases } from './playbook';

/** What has been on show in one situation of a call, in the order in which it came. */
export const shownSchema = z.object({
  situation: z.string().max(1000),
  phase: z.enum(phases),
  ids: z.array(z.string().max(100)).max(100),
  /** the caller was, by then */
  verified: z.boolean().exactOptional(),
});
export type Shown = z.infer<typeof shownSchema>;

export const promptMemorySchema = z.object({
  /** this call's, the situation of now or before it last */
  call: z.array(shownSchema).max(60),
  /** ids shown in earlier calls with this customer */
  lately: z.array(z.string().max(100)).max(40),
  /** ids waved away in this customer's last call: they rest through this one too, unless nothing else fits */
  resting: z.array(z.string().max(100)).max(100),
});
export type PromptMemory = z.infer<typeof promptMemorySchema>;

export const nothingShown: PromptMemory = { call: [], lately: [], resting: [] };

/** More than two are read by nobody who has a customer in the ear. */
const MOST = 2;
const MOST_SITUATIONS = 60;
const MOST_LATELY = 40;

/**
 * Conditions that calls meet as they begin: a prompt that has no other may be said any time, and needn't be each time. What
 * is for the unverified alone is no such: each call begins with a greeting, and with who it is.
 */
const COMMON: ReadonlySet<string> = new Set(['phases', 'levels', 'direction']);
/** One that says what a call must not be fits most calls, too. */
const isParticular = ({ when }: Prompt) =>
  Object.entries(when).some(([key, wanted]) => wanted !== false && !COMMON.has(key));

/** Up to two: those chosen already, then the rest in its order, of another step than those where there is one. */
function filled(chosen: readonly Prompt[], rest: readonly Prompt[]): Prompt[] {
  const picked = chosen.slice(0, MOST);
  while (picked.length < MOST) {
    const left = rest.filter((p) => !picked.includes(p));
    const otherStep = left.find((p) => !picked.some((c) => c.step !== undefined && c.step === p.step));
    const next = otherStep ?? left[0];
    if (!next) break;
    picked.push(next);
  }
  return picked;
}

/** Who is on the line goes before all that is said to them. */
function withWhoItIs(chosen: readonly Prompt[], fitting: readonly Prompt[]): Prompt[] {
  const asking = chosen.some((p) => p.asksWho) ? undefined : fitting.find((p) => p.asksWho);
  return asking ? [asking, ...chosen].slice(0, MOST) : [...chosen];
}

/**
 * Which of the fitting prompts are shown. There is no chance in it, and nothing moves until the situation does.
 * - in a situation that was there before in this call, what was shown then;
 * - in a new one of the same phase, what has become sayable by what was tapped, then what was on show;
 * - else in the playbook's order, but first what this call hasn't had, of what fits many calls last what the customer's
 *   earlier calls had, and last of all what was waved away in the one before.
 */
function takeTurns(
  fitting: readonly Prompt[],
  now: Pick<Shown, 'situation' | 'phase'>,
  memory: PromptMemory,
): Prompt[] {
  const had = new Set(memory.call.flatMap(({ ids }) => ids));
  const lately = new Set(memory.lately);
  const resting = new Set(memory.resting);
  const later = (p: Prompt) =>
    resting.has(p.id) ? 3 : had.has(p.id) ? 2 : !isParticular(p) && lately.has(p.id) ? 1 : 0;
  const rest = [...fitting].sort((a, b) => later(a) - later(b));
  const still = (ids: readonly string[]) =>
    ids.flatMap((id) => fitting.find((p) => p.id === id) ?? []).slice(0, MOST);

  const known = memory.call.find(({ situation }) => situation === now.situation);
  if (known) return filled(still(known.ids), rest);
  const last = memory.call.at(-1);
  if (last?.phase !== now.phase) return filled([], rest);
  const newcomers = fitting.filter((p) => isParticular(p) && !had.has(p.id) && !resting.has(p.id));
  return filled(filled([], newcomers), [...still(last.ids), ...rest]);
}

/** Those whose turn it is, and always one that asks who is on the line where one fits. */
export function inTurn(
  fitting: readonly Prompt[],
  now: Pick<Shown, 'situation' | 'phase'>,
  memory: PromptMemory,
): Prompt[] {
  return withWhoItIs(takeTurns(fitting, now, memory), fitting);
}

/** The memory after these have been on show. The same object where that says nothing new. */
export function rememberShown(
  memory: PromptMemory,
  now: Omit<Shown, 'ids'>,
  ids: readonly string[],
): PromptMemory {
  const known = memory.call.find(({ situation }) => situation === now.situation);
  const isLast = known !== undefined && memory.call.at(-1) === known;
  const all = [...new Set([...(known?.ids ?? []), ...ids])].slice(0, 100);
  if (isLast && all.length === known.ids.length) return memory;
  const others = memory.call.filter((entry) => entry !== known).slice(1 - MOST_SITUATIONS);
  return { ...memory, call: [...others, { ...now, ids: all }] };
}

/** What the next call with the same customer begins with. @param dismissed in the call that is over */
export function memoryOfNextCall({ call, lately }: PromptMemory, dismissed: readonly string[]): PromptMemory {
  const shown = call.flatMap(({ ids }) => ids);
  return {
    call: [],
    lately: [...new Set([...shown, ...lately])].slice(0, MOST_LATELY),
    resting: dismissed.slice(0, 100),
  };
}
