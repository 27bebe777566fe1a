import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import type { NotesImported, NotesImporter } from '@/lib/ui/import-notes';
import { settingsWords } from '@/lib/ui/words/settings-words';
import { words } from '@/lib/ui/words/words';
import { Button } from './ui/button';
import './unsent-list.css';

type Props = { onImport: NotesImporter };

const w = settingsWords.importNotes;

function Done({ author, results }: Extract<NotesImported, { state: 'done' }>) {
  const of = (status: (typeof results)[number]['status']) =>
    results.filter((r) => r.status === status).length;
  return (
    <>
      {author !== null && <p>{w.author(author)}</p>}
      <p>{w.result(of('stored'), of('there-already'), of('refused'))}</p>
      <ul>
        {results.map((r) =>
          r.status === 'refused' ? (
            <li key={r.position} className="unsent-attention">
              {w.refused(
                r.position,
                r.name,
                w.codes[r.code] ?? words.unsent.codes[r.code] ?? words.unsent.unknownCode,
              )}
            </li>
          ) : null,
        )}
      </ul>
      {of('failed') > 0 && <p className="unsent-attention">{w.failed(of('failed'))}</p>}
    </>
  );
}

/** For who may store another's notes: the file that a rep saved, and plainly what became of each note in it. */
export function ImportNotes({ onImport }: Props) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<NotesImported | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setOutcome(null);
    setBusy(true);
    setOutcome(await onImport(file));
    setBusy(false);
  };
  return (
    <>
      <p className="muted">{w.lead}</p>
      <div>
        <FileTrigger acceptedFileTypes={['application/json']} onSelect={(files) => void take(files?.[0])}>
          <Button isDisabled={busy}>{busy ? w.busy : w.button}</Button>
        </FileTrigger>
      </div>
      <div role="status">
        {outcome?.state === 'done' && <Done {...outcome} />}
        {outcome?.state === 'not-imported' && <p className="unsent-attention">{w.why[outcome.why]}</p>}
      </div>
    </>
  );
}
