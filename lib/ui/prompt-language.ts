/** The language that the playbook's words are shown in. */
export const promptLanguage = (): string => 'en';
