import type { Account } from "../../account/account.js";
import type { RequestLog } from "./recording/request-log.js";

/** Where ids are looked for. */
interface Places {
  readonly account: Account;
  readonly name: string;
  readonly requests: RequestLog;
}

/** The address of the view of the object with an id; undefined if the account has none. */
export async function findAddress({ account: { records }, name, requests }: Places, id: string) {
  const viewOf = (view: string, found: string | undefined) => found && `/window/${view}/${encodeURIComponent(found)}`;
  switch (id.slice(0, id.indexOf("_"))) {
    case "pay":
      return viewOf("payments", (await records.find("payment", id))?.id);
    case "re":
      return viewOf("payments", (await records.find("refund", id))?.payment);
    case "dp":
      return viewOf("payments", (await records.find("dispute", id))?.payment);
    case "evt":
      return viewOf("events", (await records.find("event", id))?.id);
    case "dlv":
      return viewOf("events", (await records.find("delivery", id))?.event);
    case "setl":
      return viewOf("settlements", (await records.find("settlement", id))?.id);
    case "req":
      return viewOf("requests", requests.find(name, ({ item }) => item.id === id)?.number.toString());
    default:
      return undefined;
  }
}
