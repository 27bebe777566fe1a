import { AskSheet } from '@/components/desk/ask-sheet';
import { CorrectSheet } from '@/components/desk/correct-sheet';
import { DeskNote } from '@/components/desk/desk-note';
import { ErrorNotice } from '@/components/error-notice';
import { Button } from '@/components/ui/button';
import type { RpcOutput } from '@/lib/messaging/rpc-contract';
import { errorCode } from '@/lib/platform/app-error';
import type { DeskNote as Read } from '@/lib/protocol/desk';
import { codeLabels } from '@/lib/ui/code-labels';
import type { DeskModel } from '@/lib/ui/desk/use-desk';
import { useNow } from '@/lib/ui/use-now';
import { deskWords as w } from '@/lib/ui/words/desk-words';

type Props = { model: DeskModel; organisation: NonNullable<RpcOutput<'organisation.get'>> };

function Actions({ model, note }: { model: DeskModel; note: Read }) {
  const { acts, setWriting } = model;
  const isDisabled = acts.isBusy || model.isAway;
  return (
    <div className="desk-actions">
      <Button look="accent" isDisabled={isDisabled} onPress={() => void acts.act({ what: 'review', note })}>
        {w.review}
      </Button>
      <Button isDisabled={isDisabled} onPress={() => setWriting('correct')}>
        {w.correct}
      </Button>
      <Button isDisabled={isDisabled} onPress={() => setWriting('ask')}>
        {w.ask}
      </Button>
      <Button
        look="quiet"
        isDisabled={isDisabled}
        onPress={() => void acts.act({ what: note.exemplary ? 'unmark' : 'mark', note })}
      >
        {note.exemplary ? w.unmark : w.mark}
      </Button>
    </div>
  );
}

function Writing({ model, note, organisation }: Props & { note: Read }) {
  const { acts, writing, setWriting } = model;
  const close = () => setWriting(null);
  /** What was written stays where it wasn't taken; but a correction of other words than the note has now goes. */
  const send = (act: Parameters<typeof acts.act>[0]) =>
    void acts.act(act).then((became) => {
      const isOld = became === 'conflict' && act.what === 'correct';
      if (became === 'done' || isOld) close();
    });
  if (writing === 'correct')
    return (
      <CorrectSheet
        key={note.noteId}
        note={note}
        reasons={organisation.reasons}
        isBusy={acts.isBusy}
        onSave={(correction) => send({ what: 'correct', note, correction })}
        onClose={close}
      />
    );
  if (writing !== 'ask') return null;
  return (
    <AskSheet
      isBusy={acts.isBusy}
      onAsk={(question) => send({ what: 'ask', note, question })}
      onClose={close}
    />
  );
}

/** The note that is on show, and what can be done with it. */
export function Note({ model, organisation }: Props) {
  const now = useNow();
  const { current, note, noteError } = model;
  if (!current) return <p className="muted">{model.list.notes.length > 0 && w.pick}</p>;
  if (!note && noteError) return <ErrorNotice code={errorCode(noteError)} onRetry={model.readAgain} />;
  if (!note) return <p className="muted">{w.loading}</p>;
  const around = { labels: codeLabels(organisation), now };
  return (
    <DeskNote note={note} sought={model.sought} currency={organisation.organisation.currency} {...around}>
      <Actions model={model} note={note} />
      <Writing {...{ model, note, organisation }} />
    </DeskNote>
  );
}
