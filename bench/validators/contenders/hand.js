/**
 * The checks that a careful person writes by hand for these three schemas: the same checks as the specification asks for, in the
 * plainest fast code, returning true or false. It is the 1.00 that the others are measured against.
 */
const id = (prefix) => {
  const pattern = new RegExp(`^${prefix}_[A-Za-z0-9]+$`);
  return (value) => typeof value === "string" && value.length <= 64 && pattern.test(value);
};
const isPaymentId = id("pay");
const isRefundId = id("re");
const isDisputeId = id("dp");
const isSettlementId = id("setl");
const isEventId = id("evt");
const cursor = /^[a-z]+_[A-Za-z0-9]+$/;
const payout = /^po_[A-Za-z0-9]+$/;
const currency = /^[A-Z]{3}$/;
const code = /^[a-z][a-z0-9_]*$/;
const webUrl = /^https?:\/\/[^\s]+$/;
const uri = /^[a-zA-Z][a-zA-Z0-9+.-]*:[!#-;=?-[\]_a-z~%]*$/;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isInteger = (value, min, max) => Number.isInteger(value) && value >= min && value <= max;
const isAmount = (value) => isInteger(value, 1, 999999999999);
const isBalance = (value) => isInteger(value, 0, 999999999999);
const isCurrency = (value) => typeof value === "string" && value.length === 3 && currency.test(value);
const isText = (value, max) =>
  typeof value === "string" && (value.length <= max || (value.length <= 2 * max && [...value].length <= max));
const isUrl = (value) => typeof value === "string" && value.length <= 2048 && webUrl.test(value) && uri.test(value);

/** Two digits as a number; not a number below zero where there are none. */
function pair(text, at) {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

function isTimestamp(value) {
  if (typeof value !== "string" || value.length < 20 || value.length > 40) return false;
  return isDate(value) && (value[10] === "T" || value[10] === "t") && isTime(value);
}

function isDate(text) {
  const century = pair(text, 0);
  const year = pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  if (century < 0 || year < 0 || month < 1 || month > 12 || text[4] !== "-" || text[7] !== "-") return false;
  const leap = year === 0 ? century % 4 === 0 : year % 4 === 0;
  return day >= 1 && day <= (month === 2 && leap ? 29 : days[month - 1]);
}

function isTime(text) {
  const hour = pair(text, 11);
  const minute = pair(text, 14);
  const second = pair(text, 17);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  return text[13] === ":" && text[16] === ":" && isOffset(text, endOfFraction(text));
}

function endOfFraction(text) {
  if (text[19] !== ".") return 19;
  let end = 20;
  while (text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end === 20 ? text.length : end;
}

function isOffset(text, at) {
  if (text[at] === "Z" || text[at] === "z") return at + 1 === text.length;
  if ((text[at] !== "+" && text[at] !== "-") || text[at + 3] !== ":" || text.length !== at + 6) return false;
  const hour = pair(text, at + 1);
  const minute = pair(text, at + 4);
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}

function isMetadata(value) {
  if (!isObject(value)) return false;
  let count = 0;
  for (const key in value) {
    if (++count > 40 || key.length < 1 || !isText(key, 40) || !isText(value[key], 500)) return false;
  }
  return true;
}

const createNames = new Set(["amount", "currency", "returnUrl", "description", "capture", "metadata"]);

export function create(value) {
  if (!isObject(value)) return false;
  for (const key in value) if (!createNames.has(key)) return false;
  return (
    isAmount(value.amount) &&
    isCurrency(value.currency) &&
    isUrl(value.returnUrl) &&
    (value.description === undefined || isText(value.description, 500)) &&
    (value.capture === undefined || typeof value.capture === "boolean") &&
    (value.metadata === undefined || isMetadata(value.metadata))
  );
}

function isFailure(value) {
  return (
    isObject(value) &&
    isText(value.code, 64) &&
    code.test(value.code) &&
    typeof value.category === "string" &&
    isText(value.message, 500) &&
    typeof value.retryable === "boolean"
  );
}

function isPayment(value) {
  return (
    isObject(value) &&
    isPaymentId(value.id) &&
    value.object === "payment" &&
    typeof value.status === "string" &&
    isAmount(value.amount) &&
    isCurrency(value.currency) &&
    (value.amountCapturable === undefined || isBalance(value.amountCapturable)) &&
    (value.amountCaptured === undefined || isBalance(value.amountCaptured)) &&
    (value.amountRefunded === undefined || isBalance(value.amountRefunded)) &&
    (value.description === undefined || isText(value.description, 500)) &&
    (value.returnUrl === undefined || isUrl(value.returnUrl)) &&
    (value.checkoutUrl === undefined || isUrl(value.checkoutUrl)) &&
    (value.failure === undefined || isFailure(value.failure)) &&
    isMetadata(value.metadata) &&
    isTimestamp(value.created_at)
  );
}

export function list(value) {
  if (!isObject(value) || value.object !== "list" || !Array.isArray(value.data) || value.data.length > 100)
    return false;
  for (const payment of value.data) if (!isPayment(payment)) return false;
  const { page } = value;
  return (
    isObject(page) &&
    typeof page.has_more === "boolean" &&
    (page.next_cursor === null ||
      (isText(page.next_cursor, 64) && page.next_cursor.length >= 3 && cursor.test(page.next_cursor))) &&
    isBalance(page.total_estimate)
  );
}

function isRefund(value) {
  return (
    isObject(value) &&
    isRefundId(value.id) &&
    value.object === "refund" &&
    isPaymentId(value.payment) &&
    isAmount(value.amount) &&
    isCurrency(value.currency) &&
    typeof value.status === "string" &&
    (value.reason === undefined || typeof value.reason === "string") &&
    isMetadata(value.metadata) &&
    isTimestamp(value.created_at)
  );
}

function isDispute(value) {
  return (
    isObject(value) &&
    isDisputeId(value.id) &&
    value.object === "dispute" &&
    isPaymentId(value.payment) &&
    isAmount(value.amount) &&
    isCurrency(value.currency) &&
    typeof value.status === "string" &&
    isTimestamp(value.created_at)
  );
}

function isSettlement(value) {
  return (
    isObject(value) &&
    isSettlementId(value.id) &&
    value.object === "settlement" &&
    typeof value.status === "string" &&
    isCurrency(value.currency) &&
    isBalance(value.grossAmount) &&
    isBalance(value.refundedAmount) &&
    isBalance(value.feeAmount) &&
    isInteger(value.netAmount, -999999999999, 999999999999) &&
    (value.payoutId === null || (isText(value.payoutId, 64) && payout.test(value.payoutId))) &&
    isTimestamp(value.periodStart) &&
    isTimestamp(value.periodEnd) &&
    isTimestamp(value.created_at)
  );
}

const resources = { payment: isPayment, refund: isRefund, dispute: isDispute, settlement: isSettlement };
const types =
  /^(payment\.(created|authorized|completed|failed|cancelled|expired)|refund\.(created|completed)|dispute\.(opened|resolved)|settlement\.completed)$/;

export function event(value) {
  if (!isObject(value) || typeof value.type !== "string" || !types.test(value.type)) return false;
  const check = resources[value.type.slice(0, value.type.indexOf("."))];
  return (
    isEventId(value.id) &&
    value.object === "event" &&
    isTimestamp(value.created_at) &&
    isObject(value.data) &&
    check(value.data.object)
  );
}

const queryNames = new Set(["limit", "starting_after", "ending_before"]);
const plainInteger = /^(?:0|-?[1-9]\d*)$/;
const isCursor = (value) => typeof value === "string" && value.length >= 3 && value.length <= 64 && cursor.test(value);

export function query(params) {
  const values = { limit: 25 };
  const seen = new Set();
  for (const [name, text] of params) {
    if (!queryNames.has(name) || seen.has(name)) return false;
    seen.add(name);
    if (name === "limit") {
      if (!plainInteger.test(text) || !isInteger(Number(text), 1, 100)) return false;
      values.limit = Number(text);
    } else {
      if (!isCursor(text)) return false;
      values[name] = text;
    }
  }
  return values.starting_after === undefined || values.ending_before === undefined;
}
