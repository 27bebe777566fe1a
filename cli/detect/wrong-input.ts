/** What a person gave can't be used; the message says which, and what to do. The command ends with 2. */
export class WrongInput extends Error {
  override readonly name = 'WrongInput';
}
