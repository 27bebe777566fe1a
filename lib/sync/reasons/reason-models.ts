import type { KeptModel } from '@/lib/cache/kept-model';
import type { ReasonModel } from '@/lib/domain/reasons/reason-model';
import { trainReasons } from '@/lib/domain/reasons/train-reasons';
import type { ErrorLog } from '@/lib/platform/error-log';
import { packedModelSchema, unpackModel } from '@/lib/protocol/reason-model';
import type { Session } from '@/lib/protocol/session';
import type { Account } from '@/lib/sync/account/account';

type ModelDeps = {
  account: Pick<Account, 'author' | 'organisation' | 'request'>;
  kept: KeptModel;
  logError: ErrorLog;
};

/** `of`: whose it is, and what it was made from */
type Ready = { of: string; model: ReasonModel };

const MODEL = { path: '/v1/reason-model', schema: packedModelSchema };

const ownWords = (reasons: Session['reasons']) =>
  reasons.map(({ code, category, label }) => ({ code, words: `${category}: ${label}` }));

/**
 * What reasons are suggested by: the store's, learned from the organisation's notes, kept on disk; else the reasons' own
 * words, which is all that a new organisation has.
 */
export function createReasonModels({ account, kept, logError }: ModelDeps) {
  let ready: Ready | null = null;
  let isFetching = false;
  /** how often all was forgotten: what was asked for before is kept no more */
  let times = 0;

  /** Nobody waits for it: what is here serves until it has come. */
  function fetchLater(userId: string, version: string): void {
    if (isFetching) return;
    isFetching = true;
    const asked = times;
    account
      .request(MODEL, userId)
      .then(async (answer) => {
        const isWanted = answer.kind === 'ok' && answer.value.version === version && asked === times;
        if (isWanted) await kept.write(userId, answer.value);
      })
      .catch((error) => logError('reasons', error))
      .finally(() => {
        isFetching = false;
      });
  }

  /** Null where none fits the reasons that there are now. */
  async function learned(userId: string, session: Pick<Session, 'reasonModel' | 'reasons'>) {
    if (session.reasonModel === null) return null;
    const packed = await kept.read(userId);
    if (packed?.version !== session.reasonModel) fetchLater(userId, session.reasonModel);
    return packed;
  }

  async function model(): Promise<ReasonModel | null> {
    const { id: userId } = await account.author();
    const session = (await account.organisation())?.session;
    if (!session || session.reasons.length === 0) return null;
    const own = JSON.stringify([userId, session.reasonModel, session.reasons]);
    if (ready?.of === own) return ready.model;
    const packed = await learned(userId, session);
    const model = packed ? unpackModel(packed) : trainReasons(ownWords(session.reasons), []);
    // One that is older than the store's is used, and looked for again next time.
    if (session.reasonModel === null || packed?.version === session.reasonModel) ready = { of: own, model };
    return model;
  }

  return {
    model,

    /** To be called at sign-out: it is made of what customers said. */
    async clear(): Promise<void> {
      times += 1;
      ready = null;
      await kept.clear();
    },
  };
}
