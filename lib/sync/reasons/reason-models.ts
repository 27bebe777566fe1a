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

  /** Nobody waits for it: what is here serves until it has come. */
  function fetchLater(userId: string, version: string): void {
    if (isFetching) return;
    isFetching = true;
    account
      .request(MODEL, userId)
      .then(async (answer) => {
        if (answer.kind === 'ok' && answer.value.version === version) await kept.write(userId, answer.value);
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

  return async (): Promise<ReasonModel | null> => {
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
  };
}
