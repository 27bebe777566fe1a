/** A pack as it lies there, or what is left of one that wasn't written to its end. */
export type StoredPack = { id: string; writtenAt: Date };

/** What a pack's name looks like: nothing else that lies there is ours. */
export const PACK_NAME = /^[0-9a-f]{64}$/;

/** Where packs lie. Their bytes never change: the name is their SHA-256. */
export type PackStore = {
  /** the folder or the bucket's address, for people */
  place: string;
  put(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** null where there is none */
  get(id: string): Promise<Uint8Array<ArrayBuffer> | null>;
  has(id: string): Promise<boolean>;
  remove(id: string): Promise<void>;
  list(): Promise<StoredPack[]>;
  /** where a client may fetch it for a while without a token; null: from the store itself */
  urlOf(id: string): Promise<string | null>;
};
