import { z } from 'zod';
import { LONGEST_SIGNAL, signalKinds } from '@/lib/domain/signal';

const base64 = z.string().regex(/^[A-Za-z0-9+/]{1,700}={0,2}$/);
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const said = {
  /** random: one made from the time would say when. Sent any number of times, there is one signal */
  id: z.uuid(),
  kind: z.enum(signalKinds),
  line: z.string().trim().min(1).max(LONGEST_SIGNAL),
  /** the day, and nothing nearer */
  day: z.iso.date(),
};

/** `POST /v1/signals`: with the giver's name, which the sign-in says. */
export const namedSignalSchema = z.object(said);
export type NamedSignal = z.infer<typeof namedSignalSchema>;

/**
 * `POST /v1/signals/nameless`: no access token goes with it. That somebody of this team gives it, the store's own
 * signature says, made in the month of the day without seeing what it signed (RFC 9474).
 */
export const namelessSignalSchema = z.object({
  ...said,
  team: z.string().max(200),
  /** random bytes of the giver's, prepared as the RFC says */
  token: base64,
  signature: base64,
});
export type NamelessSignal = z.infer<typeof namelessSignalSchema>;

/** `POST /v1/signals/key`: what this month's tokens of the caller's team are signed with. */
export const signalKeySchema = z.object({
  team: z.string(),
  month: monthSchema,
  publicKey: z.object({ kty: z.literal('RSA'), n: z.string().max(700), e: z.string().max(20) }),
});
export type SignalKey = z.infer<typeof signalKeySchema>;

/** `POST /v1/signals/token`: one for each person and month, signed blindly. */
export const tokenRequestSchema = z.object({ month: monthSchema, blinded: base64 });
export const tokenAnswerSchema = z.object({ signature: base64 });

/** `GET /v1/signals` */
export const signalListSchema = z.object({
  signals: z.array(
    z.object({
      /** of one without a name, another than it came with */
      id: z.uuid(),
      team: z.string(),
      kind: z.enum(signalKinds),
      line: z.string(),
      day: z.iso.date(),
      /** null for one without a name */
      givenBy: z.string().nullable(),
    }),
  ),
});
export type SignalList = z.infer<typeof signalListSchema>;
