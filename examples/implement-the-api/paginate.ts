import { apiError, type Page } from "@vinr/server";

/** The query parameters of every list, as the handler parsed them. */
interface PageQuery {
  readonly limit: number;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
}

/** Cuts a page, the newest object first, out of objects that begin with the oldest. */
export function paginate<T extends { readonly id: string }>(
  objects: Iterable<T>,
  { limit, starting_after, ending_before }: PageQuery,
): { object: "list"; data: T[]; page: Page } {
  const all = [...objects].reverse();
  const start = starting_after === undefined ? 0 : indexOf(all, starting_after, "starting_after") + 1;
  const end = ending_before === undefined ? start + limit : indexOf(all, ending_before, "ending_before");
  const data = all.slice(ending_before === undefined ? start : Math.max(0, end - limit), end);
  // A page that is empty, such as the one before the newest object, has no cursor to go on from.
  const next_cursor = end < all.length ? (data.at(-1)?.id ?? null) : null;
  return { object: "list", data, page: { has_more: next_cursor !== null, next_cursor, total_estimate: all.length } };
}

function indexOf(objects: readonly { readonly id: string }[], id: string, param: string): number {
  const index = objects.findIndex((object) => object.id === id);
  if (index < 0) throw apiError("parameter_invalid", { param, message: `There is no object ${id} in this list.` });
  return index;
}
