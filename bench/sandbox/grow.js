/** An account with 1,000,000 payments against one with 1,000, in the process: `node grow.js sqlite` or `node grow.js postgres URL`. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "@vinr/sandbox";
import { median } from "../shared/measure-server.js";
import { newPayment } from "../shared/payment.js";

const [kind, url] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "vinr-bench-"));
const file = join(folder, "sandbox.db");
const { createSqliteStore } = await import("@vinr/sandbox/sqlite");
const { createPostgresStore } = await import("@vinr/sandbox/postgres");
const store = kind === "sqlite" ? await createSqliteStore(file) : await createPostgresStore(url);
const sandbox = createSandbox({ store });
const sizes = { small: 1000, large: 1_000_000 };

/** Copies an account's only payment in the database itself: a million requests would take half an hour. */
async function fill(account, count) {
  const rows = `select account, kind, 'pay_copy' || n as id, 1000000000 + n as sequence, parent, replace(body, id, 'pay_copy' || n) as body
    from sandbox_objects, NUMBERS where account = '${account}' and kind = 'payment'`;
  const insert = `insert into sandbox_objects (account, kind, id, sequence, parent, body) ${rows}`;
  const update = `update sandbox_accounts set next_sequence = 3000000000 where account = '${account}'`;
  if (kind === "sqlite") {
    const { default: Libsql } = await import("libsql");
    const database = new Libsql(file);
    const numbers = `with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${count}) `;
    database.exec("begin immediate");
    database.exec(numbers + insert.replace("NUMBERS", "numbers"));
    database.exec(update);
    database.exec("commit");
    database.close();
  } else {
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(insert.replace("NUMBERS", `generate_series(1, ${count}) as n`));
    await client.query(update);
    await client.query("analyze sandbox_objects");
    await client.end();
  }
}

const call = async (account, method, path, body) => {
  const headers = { authorization: `Bearer ${sandbox.account(account).key()}`, "content-type": "application/json" };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const response = await sandbox.fetch(`http://sandbox/v1${path}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text);
};

for (const [account, count] of Object.entries(sizes)) {
  await call(account, "POST", "/payments", newPayment);
  await fill(account, count);
}
let made = 0;
const work = {
  retrieve: (account) => call(account, "GET", `/payments/pay_copy${1 + (made++ % 900)}`),
  list: (account) => call(account, "GET", `/payments?limit=20&starting_after=pay_copy${500 + (made++ % 400)}`),
  create: (account) => call(account, "POST", "/payments", newPayment),
};
const ratios = {};
for (const [name, run] of Object.entries(work)) {
  const samples = { small: [], large: [] };
  for (let turn = 0; turn < 400; turn++)
    for (const account of Object.keys(sizes)) {
      const before = performance.now();
      await run(account);
      if (turn >= 50) samples[account].push(performance.now() - before);
    }
  ratios[name] = median(samples.large) / median(samples.small);
}
await store.close();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(ratios));
