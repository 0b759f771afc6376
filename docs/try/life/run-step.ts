/// <reference lib="dom" />
/** Carries out the steps in a payment's life. */
import type { Payment } from "@vinr/types";
import type { Connection } from "../connection.ts";
import type { TryResponse } from "../protocol.ts";
import { order, refundedAmount, type StepName } from "./steps.ts";

/** The input of a step. */
export interface StepInput {
  /** The payment; empty before it is created. */
  readonly payment: string;
  readonly card: string;
}

export interface StepOutcome {
  readonly payment: string;
  /** The response, or the payment as it is after what the customer did. */
  readonly shown: string;
  /** In a line. */
  readonly status: string;
  /** Whether the next step is possible. */
  readonly isDone: boolean;
}

/** Runs a step. What it sends is what a program would send. */
export async function runStep(name: StepName, input: StepInput, connection: Connection): Promise<StepOutcome> {
  if (name === "pay") return pay(input, connection);
  if (name === "clock") return passTime(input, connection);
  const started = performance.now();
  const response = await sendStep(name, input, connection);
  const isDone = response.status < 300;
  const created = name === "create" && isDone ? (JSON.parse(response.body) as Payment).id : input.payment;
  const time = `${Math.max(1, Math.round(performance.now() - started))} ms`;
  return { payment: created, shown: response.body, status: `${response.status} in ${time}`, isDone };
}

async function sendStep(name: StepName, { payment }: StepInput, connection: Connection): Promise<TryResponse> {
  const post = (operationId: string, url: string, body?: object) =>
    connection.run("send", {
      operationId,
      method: "POST",
      url,
      body: body && JSON.stringify(body),
      idempotencyKey: crypto.randomUUID(),
    });
  if (name === "create") return post("createPayment", "/v1/payments", order);
  if (name === "capture") return post("capturePayment", `/v1/payments/${payment}/capture`);
  if (name === "refund") return post("createRefund", "/v1/refunds", { payment, amount: refundedAmount });
  return get(`/v1/settlements/${await findSettlement(payment, connection)}`, connection);
}

/** The settlement of which a payment is a line. What the sandbox did besides may have others. */
async function findSettlement(payment: string, connection: Connection): Promise<string> {
  const settlements: List = JSON.parse((await get("/v1/settlements?limit=100", connection)).body);
  for (const { id } of settlements.data) {
    const lines: List = JSON.parse((await get(`/v1/settlements/${id}/transactions?limit=100`, connection)).body);
    if (lines.data.some(({ source }) => source === payment)) return id;
  }
  throw new Error("The payment is not settled yet. Let three days pass first.");
}

interface List {
  readonly data: readonly { readonly id: string; readonly source?: string }[];
}

function get(url: string, connection: Connection): Promise<TryResponse> {
  return connection.run("send", { operationId: "", method: "GET", url });
}

async function pay({ payment, card }: StepInput, connection: Connection): Promise<StepOutcome> {
  await connection.run("pay", { id: payment, card });
  return describePaid(payment, connection);
}

/** Ends the 3-D Secure challenge of a payment. */
export async function endChallenge(payment: string, isPassed: boolean, connection: Connection): Promise<StepOutcome> {
  await connection.run("endChallenge", { id: payment, isPassed });
  return describePaid(payment, connection);
}

async function describePaid(id: string, connection: Connection): Promise<StepOutcome> {
  const { body } = await get(`/v1/payments/${id}`, connection);
  const { status } = JSON.parse(body) as Payment;
  const text = status === "failed" ? "The payment has failed. Create another one." : `The payment is ${status}.`;
  return { payment: id, shown: body, status: text, isDone: status === "authorized" };
}

async function passTime({ payment }: StepInput, connection: Connection): Promise<StepOutcome> {
  await connection.run("moveClock", "three days");
  const { now } = await connection.run("look");
  return { payment, shown: "", status: `It is ${now.slice(0, 10)} in the sandbox.`, isDone: true };
}
