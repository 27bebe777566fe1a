import { useState } from 'react';
import { type LanguageChoice, languageChoices } from '@/lib/platform/language';
import type { Outcome } from '@/lib/ui/settings-actions';
import { settingsWords } from '@/lib/ui/words/settings-words';
import './language-setting.css';

type Props = { choice: LanguageChoice; onChoose: (choice: LanguageChoice) => Promise<Outcome> };

const w = settingsWords.language;

/** The language of all that Heed says on this computer. */
export function LanguageSetting({ choice, onChoose }: Props) {
  const [failed, setFailed] = useState(false);
  const choose = async (to: LanguageChoice) => setFailed((await onChoose(to)) !== 'done');
  return (
    <>
      <fieldset className="language-setting">
        <legend className="visually-hidden">{w.label}</legend>
        {languageChoices.map((one) => (
          <label key={one} lang={one === 'browser' ? undefined : one}>
            <input type="radio" name="language" checked={choice === one} onChange={() => void choose(one)} />
            {w.choices[one]}
          </label>
        ))}
      </fieldset>
      <p role="status">{failed && settingsWords.lists.failed}</p>
    </>
  );
}
