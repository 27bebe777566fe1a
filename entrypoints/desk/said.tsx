import type { AppErrorCode } from '@/lib/platform/app-error';
import type { UndoResult } from '@/lib/protocol/desk';
import type { DeskModel } from '@/lib/ui/desk/use-desk';
import { nameIn } from '@/lib/ui/desk/use-desk-list';
import { deskWords as w } from '@/lib/ui/words/desk-words';

function whyNot(code: AppErrorCode): string {
  if (code === 'identity-changed') return w.someoneElse;
  return code === 'not-found' ? w.gone : w.notDone;
}

function undoneWords(undone: readonly UndoResult[]): string {
  const out = undone.flatMap(({ result }) => (result === 'undone' ? [] : [w.notUndone[result]]));
  const back = w.undone(undone.length - out.length);
  return out.length === 0 ? back : `${back} ${w.stayIn(out.length, [...new Set(out)].join(', '))}`;
}

/** What became of the last thing that was done here. */
export function Said({ model }: { model: DeskModel }) {
  const { became } = model.acts;
  const { undone } = model.publish;
  const failed = became?.kind === 'failed';
  const said = became?.kind === 'said' ? w.said[became.what](nameIn(became.note, w.unnamed)) : '';
  return (
    <p role="status" className="desk-said" data-failed={failed}>
      <bdi>{failed ? whyNot(became.code) : undone ? undoneWords(undone) : said}</bdi>
    </p>
  );
}
