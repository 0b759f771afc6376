/** An object and its place in time. */
export interface Row {
  readonly sequence: number;
  /** The object whose list this one belongs to as well. */
  readonly parent: string | undefined;
  object: { readonly id: string };
}

/** The objects of one kind in memory, by id and in lists. An empty list is not kept. */
export class Table {
  readonly #byId = new Map<string, Row>();
  readonly #all: Row[] = [];
  readonly #byParent = new Map<string, Row[]>();

  find(id: string): Row | undefined {
    return this.#byId.get(id);
  }

  /** The rows of a list, oldest first: all of the kind, or those of a parent. */
  list(parent?: string): readonly Row[] {
    return parent === undefined ? this.#all : (this.#byParent.get(parent) ?? []);
  }

  /** Adds a row to the ends of its lists. */
  add(row: Row): void {
    this.#byId.set(row.object.id, row);
    this.#all.push(row);
    if (row.parent === undefined) return;
    const siblings = this.#byParent.get(row.parent);
    if (siblings === undefined) this.#byParent.set(row.parent, [row]);
    else siblings.push(row);
  }

  /** Undoes the last `add`. */
  removeLast(): void {
    const row = this.#all.pop();
    if (row === undefined) return;
    this.#byId.delete(row.object.id);
    if (row.parent !== undefined) this.#byParent.get(row.parent)?.pop();
  }

  /** Removes a row, and returns how to put it back where it was. */
  remove(row: Row): () => void {
    const lists = row.parent === undefined ? [this.#all] : [this.#all, this.#byParent.get(row.parent) ?? []];
    const places = lists.map((list) => ({ list, index: list.indexOf(row) }));
    this.#byId.delete(row.object.id);
    for (const { list, index } of places) list.splice(index, 1);
    return () => {
      this.#byId.set(row.object.id, row);
      for (const { list, index } of places) list.splice(index, 0, row);
    };
  }
}
