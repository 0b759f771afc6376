import { setImmediate as turn } from "node:timers/promises";
import { seeOther } from "../page.js";
import { look, type Visit, type WindowApp, type WindowOptions } from "./context.js";
import { type FieldProblems, findProblems, readWritten, sendPath, sendWritten } from "./send-request.js";
import { renderView } from "./views/layout.js";
import { sendView } from "./views/send.js";

/**
 * Sends the request that a reader wrote, and redirects to it in the log, which shows its response. A reload sends
 * nothing again.
 */
export function routeSend(app: WindowApp, options: WindowOptions): void {
  app.post(sendPath, async (visit) => {
    const { account, form } = visit.var;
    const written = readWritten(form);
    const problems = findProblems(written);
    // A link from another site shows the account that needs no key: browsers do not send the cookie along with it.
    const isOfAnother = form.account !== account;
    if (isOfAnother || Object.keys(problems).length > 0) return showAgain(visit, options, problems, isOfAnother);
    const id = await sendWritten(options.apis, { account, signal: visit.req.raw.signal }, written);
    // The log has a request once its response is on its way.
    await turn();
    const entry = options.recording.requests.find(account, ({ item }) => item.id === id);
    return seeOther(`/window/requests${entry === undefined ? "" : `/${entry.number}`}`);
  });
}

/** The form as it was filled in, with its problems. Nothing was sent. */
async function showAgain(visit: Visit, options: WindowOptions, problems: FieldProblems, isOfAnother: boolean) {
  const { account, form } = visit.var;
  const now = await look(options, account, async (found) => found.now);
  const notice = isOfAnother
    ? `This page was opened for another account; the account is now ${account}. Press Send again to send as this account.`
    : "See the fields below.";
  const view = sendView(readWritten(form), { account, problems, notice: `Nothing was sent. ${notice}` });
  return renderView({ ...view, status: 400 }, { account, now, address: sendPath, outcome: undefined });
}
