import type { RpcOutput } from '@/lib/messaging/rpc-contract';

/** The organisation's words for its codes; a code that it doesn't know stands for itself. */
export type CodeLabels = { reason: (code: string) => string; action: (code: string) => string };

export function codeLabels(organisation: RpcOutput<'organisation.get'>): CodeLabels {
  const { reasons = [], playbook } = organisation ?? {};
  return {
    reason: (code) => reasons.find((r) => r.code === code)?.label ?? code,
    action: (code) => playbook?.actions.find((a) => a.code === code)?.label ?? code,
  };
}
