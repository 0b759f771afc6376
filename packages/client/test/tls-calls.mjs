/** Makes sixty calls, one after another, by the global fetch of a process that trusts `NODE_EXTRA_CA_CERTS`. */
import { Vinr } from "@vinr/client";

const vinr = new Vinr({ secretKey: "sk_test_4eC39HqLyjWDarjtT1zdp7dc", baseUrl: process.argv[2] });
for (let count = 0; count < 60; count++) await vinr.payments.retrieve("pay_1");
