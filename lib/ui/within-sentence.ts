/** A category's name in the middle of a sentence: `billing`. One that goes on in capitals (`TV`) is a name of its own. */
export function withinSentence(name: string): string {
  const second = name.charAt(1);
  return second === second.toLowerCase() ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
