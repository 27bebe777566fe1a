import { z } from 'zod';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const sealedSchema = z.object({
  iv: z.instanceof(Uint8Array<ArrayBuffer>),
  data: z.instanceof(ArrayBuffer),
});
/** AES-GCM text with its nonce, as it lies on disk. */
export type Sealed = z.infer<typeof sealedSchema>;

/**
 * @param value anything JSON can say
 * @param boundTo what the row is (table, owner, id): a sealed text copied into another row doesn't open there
 */
export async function seal(key: CryptoKey, value: unknown, boundTo: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = encoder.encode(boundTo);
  const text = encoder.encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, text) };
}

/** @throws DOMException `OperationError` when the key, the row or a single bit is not the one it was sealed with */
export async function unseal(key: CryptoKey, sealed: Sealed, boundTo: string): Promise<unknown> {
  const additionalData = encoder.encode(boundTo);
  const text = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.iv, additionalData },
    key,
    sealed.data,
  );
  return JSON.parse(decoder.decode(text));
}
