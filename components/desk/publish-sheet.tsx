import type { HeldBack, Preview, PublishResult } from '@/lib/protocol/desk';
import type { CodeLabels } from '@/lib/ui/code-labels';
import { nameIn } from '@/lib/ui/desk/use-desk-list';
import type { Publishing, PublishModel } from '@/lib/ui/desk/use-publish';
import { deskWords as w } from '@/lib/ui/words/desk-words';
import { ErrorNotice } from '../error-notice';
import { Button } from '../ui/button';
import { Sheet } from '../ui/sheet';

type Props = { model: PublishModel; publishing: Publishing; labels: CodeLabels };
type Notes = Extract<Publishing, { state: 'preview' }>['notes'];
type Why = HeldBack | 'taken-back' | 'failed';
type Out = { noteId: string; why: Why };

function whyOut(why: Why): string {
  if (why === 'taken-back') return w.takenBack;
  return why === 'failed' ? w.failed : w.held[why];
}
type Will = Preview['notes'][number]['will'];
const isMeant = (will: Will): will is 'come' | 'replace' => will === 'come' || will === 'replace';
const signed = (n: number) => (n > 0 ? `+${n}` : `${n}`);

/** Which notes stay out, each with its name and why. */
function StaysOut({ notes, out }: { notes: Notes; out: readonly Out[] }) {
  if (out.length === 0) return null;
  const nameOf = (noteId: string) => {
    const note = notes.find((one) => one.noteId === noteId);
    return note ? nameIn(note, w.unnamed) : w.unnamed;
  };
  return (
    <>
      <p>{w.stay(out.length)}</p>
      <ul className="desk-out">
        {out.map(({ noteId, why }) => (
          <li key={noteId}>
            <bdi>{w.heldLine(nameOf(noteId), whyOut(why))}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

function Changes({ preview, labels }: { preview: Preview; labels: CodeLabels }) {
  const changes = [
    ...preview.reasons.map(({ code, change }) => w.change(labels.reason(code), signed(change))),
    ...(preview.complaints === 0 ? [] : [w.change(w.complaints, signed(preview.complaints))]),
  ];
  if (changes.length === 0) return null;
  return (
    <section aria-label={w.reasonsChange}>
      <h3 className="label">{w.reasonsChange}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </section>
  );
}

function Look({
  model,
  labels,
  notes,
  preview,
}: Omit<Props, 'publishing'> & { notes: Notes; preview: Preview }) {
  const count = (kind: string) => preview.notes.filter(({ will }) => will === kind).length;
  const meant = notes.filter(({ noteId }) =>
    preview.notes.some((one) => one.noteId === noteId && isMeant(one.will)),
  );
  const out = preview.notes.flatMap(({ noteId, will }) => (isMeant(will) ? [] : [{ noteId, why: will }]));
  return (
    <>
      {notes.length === 0 && <p>{w.nothingToPublish}</p>}
      {count('come') > 0 && <p>{w.come(count('come'))}</p>}
      {count('replace') > 0 && <p>{w.replace(count('replace'))}</p>}
      <Changes {...{ preview, labels }} />
      <StaysOut {...{ notes, out }} />
      <div className="desk-actions">
        {meant.length > 0 && (
          <Button look="primary" autoFocus onPress={() => model.publish(meant)}>
            {w.publishNow(meant.length)}
          </Button>
        )}
        <Button look="quiet" autoFocus={meant.length === 0} onPress={model.close}>
          {w.close}
        </Button>
      </div>
    </>
  );
}

function Results({
  model,
  notes,
  results,
}: {
  model: PublishModel;
  notes: Notes;
  results: readonly PublishResult[];
}) {
  const published = results.filter(({ result }) => result === 'published').length;
  const out = results.flatMap(({ noteId, result }) =>
    result === 'published' ? [] : [{ noteId, why: result }],
  );
  const failed = new Set(results.filter(({ result }) => result === 'failed').map(({ noteId }) => noteId));
  return (
    <>
      <p role="status">{w.published(published)}</p>
      <StaysOut {...{ notes, out }} />
      <div className="desk-actions">
        {failed.size > 0 && (
          <Button
            look="accent"
            onPress={() =>
              model.retry(
                notes.filter(({ noteId }) => failed.has(noteId)),
                results,
              )
            }
          >
            {w.retry(failed.size)}
          </Button>
        )}
        <Button autoFocus onPress={model.close}>
          {w.close}
        </Button>
        {published > 0 && (
          <Button look="quiet" onPress={model.undo}>
            {w.undo}
          </Button>
        )}
      </div>
    </>
  );
}

function Working({ done, all }: { done: number; all: number }) {
  return (
    <p role="status">
      <progress aria-label={w.progressLabel} value={done} max={all} /> {w.progress(done, all)}
    </p>
  );
}

/** What publishing would change, how far it is, and what became of each note. */
export function PublishSheet({ model, publishing, labels }: Props) {
  const { state } = publishing;
  return (
    <Sheet title={w.publishTitle} question={state === 'working'} onClose={model.close}>
      {state === 'looking' && <p className="muted">{w.previewing}</p>}
      {state === 'failed' && <ErrorNotice code={publishing.code} onRetry={() => model.look([])} />}
      {state === 'preview' && <Look {...{ model, labels }} {...publishing} />}
      {state === 'working' && <Working done={publishing.done} all={publishing.notes.length} />}
      {state === 'done' && <Results model={model} {...publishing} />}
    </Sheet>
  );
}
