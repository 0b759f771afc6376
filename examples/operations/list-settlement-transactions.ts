import { Vinr } from "@vinr/client";

const vinr = new Vinr({
  secretKey: process.env.VINR_SECRET_KEY,
  baseUrl: process.env.VINR_BASE_URL,
});

let net = 0;
for await (const transaction of vinr.settlements.listTransactions("setl_3kQ9xZ")) {
  net += transaction.net;
}
console.log(net);
