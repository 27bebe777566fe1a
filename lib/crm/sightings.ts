/**
 * What a page has shown together since it was loaded. Where a record's number stands in the address alone, this is how
 * to tell that the contents are still those of the record before.
 */
export type Sightings = {
  /**
   * Does this mark (a text that no two records share) stand for this record? One to one, and the first sight decides.
   * @param kind of which records: marks of two kinds have nothing to do with each other
   */
  isMarkOf(record: string, mark: string, kind: string): boolean;
  /** Does this element, which the page draws anew for every record, belong to this one? The first sight decides. */
  isDrawnFor(record: string, element: Element): boolean;
};

/** For one page, from its first moment on. */
export function createSightings(): Sightings {
  const marks = new Map<string, string>();
  const records = new Map<string, string>();
  const drawnFor = new WeakMap<Element, string>();

  return {
    isMarkOf(record, mark, kind) {
      const recordKey = JSON.stringify([kind, record]);
      const markKey = JSON.stringify([kind, mark]);
      if (!marks.has(recordKey) && !records.has(markKey)) {
        marks.set(recordKey, mark);
        records.set(markKey, record);
      }
      return marks.get(recordKey) === mark && records.get(markKey) === record;
    },
    isDrawnFor(record, element) {
      const known = drawnFor.get(element);
      if (known === undefined) drawnFor.set(element, record);
      return known === undefined || known === record;
    },
  };
}
