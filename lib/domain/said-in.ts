import type { Playbook, Prompt, RescueAction, Said } from './playbook';

const other = <T>(words: Partial<Record<string, T>> | undefined, language: string): T | undefined =>
  words?.[language];

/** What a prompt says in this language; in the one that the playbook is written in where it has no other. */
export function promptIn({ intent, example, words }: Prompt, language: string): Said {
  return other(words, language) ?? { intent, example };
}

/** What a rescue action is called in this language. */
export function actionIn(
  { label, labels }: Pick<RescueAction, 'label' | 'labels'>,
  language: string,
): string {
  return other(labels, language) ?? label;
}

/** The playbook as a rep of this language reads it. */
export function playbookIn(playbook: Playbook, language: string): Playbook {
  return {
    ...playbook,
    prompts: playbook.prompts.map((prompt) => ({ ...prompt, ...promptIn(prompt, language) })),
    actions: playbook.actions.map((action) => ({ ...action, label: actionIn(action, language) })),
  };
}
