import type { LossKind } from './offer-rules';
import type { ActionKind, Playbook, RescueAction } from './playbook';

/** What makes good what was lost: the loss itself first, for no gesture outweighs it. */
const madeGoodBy: Record<LossKind, readonly ActionKind[]> = {
  money: ['refund', 'repair'],
  time: ['repair', 'refund', 'speed'],
  treatment: ['explanation'],
  process: ['speed', 'explanation'],
};

/** What was lost by these reasons, in their order, each once. */
export function lossesOf({ losses }: Pick<Playbook, 'losses'>, reasons: readonly string[]): LossKind[] {
  const found = reasons.flatMap((code) => (Object.hasOwn(losses, code) ? [losses[code]] : []));
  return [...new Set(found)].filter((kind) => kind !== undefined);
}

/**
 * The same actions, what fits the loss first, otherwise in the playbook's order. What is made to keep a customer comes
 * last as soon as something was lost: it doesn't make that good.
 */
export function fitActions(actions: readonly RescueAction[], losses: readonly LossKind[]): RescueAction[] {
  if (losses.length === 0) return [...actions];
  const order = losses.flatMap((loss) => madeGoodBy[loss]);
  const rank = ({ kind }: RescueAction) => {
    if (kind === 'retention') return order.length + 1;
    const at = order.indexOf(kind);
    return at === -1 ? order.length : at;
  };
  return [...actions].sort((a, b) => rank(a) - rank(b));
}
