// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

/**
 * The id of a payment.
 *
 * @example "pay_1234567890"
 */
export type PaymentId = string;

/**
 * The id of a refund.
 *
 * @example "re_2bN7vC"
 */
export type RefundId = string;

/**
 * The id of a webhook endpoint.
 *
 * @example "we_6fD4pJ"
 */
export type WebhookEndpointId = string;

/**
 * The id of a settlement.
 *
 * @example "setl_3kQ9xZ"
 */
export type SettlementId = string;

/**
 * The id of the event. Deduplicate deliveries by it.
 *
 * @example "evt_3cE7gJ"
 */
export type EventId = string;

/**
 * The id of a request.
 *
 * @example "req_8KdPz2"
 */
export type RequestId = string;

/**
 * The id of an object of the list.
 *
 * @example "pay_7rP1gS0bY"
 */
export type Cursor = string;

/**
 * An amount in the minor unit of its currency, such as 1000 for 10.00 euro.
 *
 * @example 1000
 */
export type Amount = number;

/**
 * An amount in the minor unit of its currency, negative where it lessens what is paid out.
 *
 * @example -34
 */
export type SignedAmount = number;

/**
 * The currency, an ISO 4217 code in upper case.
 *
 * @example "EUR"
 */
export type Currency = string;

/**
 * A moment in UTC, as RFC 3339.
 *
 * @example "2026-04-15T10:30:00Z"
 */
export type Timestamp = string;

/**
 * What the payment is for, in your words.
 *
 * @example "Order 1042"
 */
export type Description = string;

/**
 * Where the customer's browser returns to after the checkout. The return proves nothing; wait for the
 * event.
 *
 * @example "https://shop.example/orders/1042/return"
 */
export type ReturnUrl = string;

/**
 * Up to 40 pairs of your own, echoed as you sent them. VINR does not read them.
 *
 * @example {"order":"1042"}
 */
export type Metadata = { [key: string]: string };

/** Where a list's page stands in the whole list. */
export interface Page {
  /**
   * Whether older objects follow.
   *
   * @example true
   */
  has_more: boolean;
  /**
   * What to pass as `starting_after` for the next page; `null` on the last page.
   *
   * @example "pay_7rP1gS0bY"
   */
  next_cursor: string | null;
  /**
   * About how many objects the whole list holds.
   *
   * @example 1842
   */
  total_estimate: number;
}

/**
 * Where a payment stands. New values may appear: treat an unknown one like `pending`.
 *
 * - `pending`: waits for the customer
 * - `requires_authentication`: the customer is in a 3-D Secure challenge
 * - `authorized`: the amount is reserved; capture or cancel it within 7 days
 * - `completed`: the money is taken
 * - `failed`: the attempt to pay failed; `failure` says why
 * - `cancelled`: cancelled before its money was taken
 * - `expired`: nobody finished the checkout or the capture in time
 *
 * @example "completed"
 */
export type PaymentStatus =
  | "pending"
  | "requires_authentication"
  | "authorized"
  | "completed"
  | "failed"
  | "cancelled"
  | "expired"
  | (string & {});

/** An amount asked of a customer, and what became of it. */
export interface Payment {
  /**
   * The id of a payment.
   *
   * @example "pay_1234567890"
   */
  id: PaymentId;
  /**
   * The kind of object, `payment`.
   *
   * @example "payment"
   */
  object: "payment";
  /**
   * Where a payment stands. New values may appear: treat an unknown one like `pending`.
   *
   * @example "completed"
   */
  status: PaymentStatus;
  /**
   * An amount in the minor unit of its currency, such as 1000 for 10.00 euro.
   *
   * @example 1000
   */
  amount: Amount;
  /**
   * The currency, an ISO 4217 code in upper case.
   *
   * @example "EUR"
   */
  currency: Currency;
  /**
   * What a capture could take now, in the minor unit of the currency.
   *
   * @example 190000
   */
  amountCapturable?: number;
  /**
   * What was taken, in the minor unit of the currency.
   *
   * @example 183500
   */
  amountCaptured?: number;
  /**
   * What was refunded so far, in the minor unit of the currency.
   *
   * @example 4999
   */
  amountRefunded?: number;
  /**
   * What the payment is for, in your words.
   *
   * @example "Order 1042"
   */
  description?: Description;
  /**
   * Where the customer's browser returns to after the checkout. The return proves nothing; wait for the
   * event.
   *
   * @example "https://shop.example/orders/1042/return"
   */
  returnUrl?: ReturnUrl;
  /**
   * The hosted page where the customer pays, while the payment waits for them.
   *
   * @example "https://checkout.vinr.com/pay_1234567890"
   */
  checkoutUrl?: string;
  /** Why an attempt to pay failed. */
  failure?: PaymentFailure;
  /**
   * Up to 40 pairs of your own, echoed as you sent them. VINR does not read them.
   *
   * @example {"order":"1042"}
   */
  metadata: Metadata;
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
}

/** Why an attempt to pay failed. */
export interface PaymentFailure {
  /**
   * The reason, stable, such as `card_declined`, `insufficient_funds` or `expired_card`.
   *
   * @example "insufficient_funds"
   */
  code: string;
  /**
   * The kind of reason.
   *
   * @example "issuer_declined"
   */
  category: PaymentFailureCategory;
  /**
   * The reason in words, for people.
   *
   * @example "The card has insufficient funds."
   */
  message: string;
  /**
   * Whether another attempt with the same card could succeed.
   *
   * @example true
   */
  retryable: boolean;
}

/**
 * The kind of reason.
 *
 * - `issuer_declined`: the customer's bank declined
 * - `invalid_request`: the details of the card were wrong
 * - `authentication_failed`: 3-D Secure was not passed
 * - `processing_error`: something failed on the way
 * - `fraud_blocked`: a rule against fraud stopped the payment
 *
 * @example "issuer_declined"
 */
export type PaymentFailureCategory =
  | "issuer_declined"
  | "invalid_request"
  | "authentication_failed"
  | "processing_error"
  | "fraud_blocked"
  | (string & {});

/** What a new payment needs. */
export interface PaymentCreateParams {
  /**
   * An amount in the minor unit of its currency, such as 1000 for 10.00 euro.
   *
   * @example 1000
   */
  amount: Amount;
  /**
   * The currency, an ISO 4217 code in upper case.
   *
   * @example "EUR"
   */
  currency: Currency;
  /**
   * Where the customer's browser returns to after the checkout. The return proves nothing; wait for the
   * event.
   *
   * @example "https://shop.example/orders/1042/return"
   */
  returnUrl: ReturnUrl;
  /**
   * What the payment is for, in your words.
   *
   * @example "Order 1042"
   */
  description?: Description;
  /**
   * Whether to take the money at once; `false` only reserves it, and you capture it within 7 days.
   *
   * @default true
   * @example false
   */
  capture?: boolean;
  /**
   * Up to 40 pairs of your own, echoed as you sent them. VINR does not read them.
   *
   * @example {"order":"1042"}
   */
  metadata?: Metadata;
}

/** How much of an authorized payment to capture. */
export interface PaymentCaptureParams {
  /**
   * How much to take, in the minor unit of the currency. All that is capturable where left out; a smaller amount
   * releases the rest.
   *
   * @example 183500
   */
  amount?: number;
}

/** A page of payments, the newest first. */
export interface PaymentList {
  /**
   * The kind of object, `list`.
   *
   * @example "list"
   */
  object: ListObject;
  /** The payments of this page. */
  data: Payment[];
  /** Where a list's page stands in the whole list. */
  page: Page;
}

/**
 * The kind of object, `list`.
 *
 * @example "list"
 */
export type ListObject = "list";

/**
 * Where a refund stands. New values may appear.
 *
 * - `pending`: on its way
 * - `succeeded`: it reached the customer
 * - `failed`: it could not be carried out
 * - `cancelled`: it was called back before it was carried out
 *
 * @example "succeeded"
 */
export type RefundStatus = "pending" | "succeeded" | "failed" | "cancelled" | (string & {});

/**
 * Why the payment is refunded.
 *
 * - `requested_by_customer`: the customer asked for it
 * - `duplicate`: the customer paid twice
 * - `fraudulent`: the payment was not the cardholder's
 * - `product_not_received`: the goods did not arrive
 *
 * @example "requested_by_customer"
 */
export type RefundReason =
  | "requested_by_customer"
  | "duplicate"
  | "fraudulent"
  | "product_not_received"
  | (string & {});

/** All or part of a payment, returned to the customer. */
export interface Refund {
  /**
   * The id of a refund.
   *
   * @example "re_2bN7vC"
   */
  id: RefundId;
  /**
   * The kind of object, `refund`.
   *
   * @example "refund"
   */
  object: "refund";
  /**
   * The id of a payment.
   *
   * @example "pay_1234567890"
   */
  payment: PaymentId;
  /**
   * An amount in the minor unit of its currency, such as 1000 for 10.00 euro.
   *
   * @example 1000
   */
  amount: Amount;
  /**
   * The currency, an ISO 4217 code in upper case.
   *
   * @example "EUR"
   */
  currency: Currency;
  /**
   * Where a refund stands. New values may appear.
   *
   * @example "succeeded"
   */
  status: RefundStatus;
  /**
   * Why the payment is refunded.
   *
   * @example "requested_by_customer"
   */
  reason?: RefundReason;
  /**
   * Up to 40 pairs of your own, echoed as you sent them. VINR does not read them.
   *
   * @example {"order":"1042"}
   */
  metadata: Metadata;
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
}

/** What a new refund needs. */
export interface RefundCreateParams {
  /**
   * The id of a payment.
   *
   * @example "pay_1234567890"
   */
  payment: PaymentId;
  /**
   * How much to refund, in the minor unit of the payment's currency. All that is left to refund where left out.
   *
   * @example 4999
   */
  amount?: number;
  /**
   * Why the payment is refunded.
   *
   * @example "requested_by_customer"
   */
  reason?: "requested_by_customer" | "duplicate" | "fraudulent" | "product_not_received";
  /**
   * Up to 40 pairs of your own, echoed as you sent them. VINR does not read them.
   *
   * @example {"order":"1042"}
   */
  metadata?: Metadata;
}

/** A page of refunds, the newest first. */
export interface RefundList {
  /**
   * The kind of object, `list`.
   *
   * @example "list"
   */
  object: ListObject;
  /** The refunds of this page. */
  data: Refund[];
  /** Where a list's page stands in the whole list. */
  page: Page;
}

/**
 * The type of an event. New values may appear.
 *
 * @example "payment.completed"
 */
export type EventType =
  | "payment.created"
  | "payment.authorized"
  | "payment.completed"
  | "payment.failed"
  | "payment.cancelled"
  | "payment.expired"
  | "refund.created"
  | "refund.completed"
  | "dispute.opened"
  | "dispute.resolved"
  | "settlement.completed"
  | (string & {});

/**
 * Stands for every event type, also those to come.
 *
 * @example "*"
 */
export type EveryEventType = "*";

/**
 * Whether VINR delivers to the endpoint. New values may appear.
 *
 * - `enabled`: events are delivered
 * - `disabled`: nothing is delivered
 *
 * @example "enabled"
 */
export type WebhookEndpointStatus = "enabled" | "disabled" | (string & {});

/** A URL of yours to which VINR posts events. */
export interface WebhookEndpoint {
  /**
   * The id of a webhook endpoint.
   *
   * @example "we_6fD4pJ"
   */
  id: WebhookEndpointId;
  /**
   * The kind of object, `webhook_endpoint`.
   *
   * @example "webhook_endpoint"
   */
  object: "webhook_endpoint";
  /**
   * Where events are posted to, over HTTPS.
   *
   * @example "https://shop.example/webhooks/vinr"
   */
  url: WebhookUrl;
  /** The event types that are delivered; `*` stands for every type. */
  enabled_events: (EventType | EveryEventType)[];
  /**
   * Whether VINR delivers to the endpoint. New values may appear.
   *
   * @example "enabled"
   */
  status: WebhookEndpointStatus;
  /**
   * The signing secret, only in the response to create. The whole string, with its prefix, is the key of the HMAC.
   * By convention it is read from the environment variable `VINR_WEBHOOK_SECRET`.
   *
   * @example "whsec_ExampleOnlyNotASecret0000"
   */
  secret?: string;
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
}

/**
 * Where events are posted to, over HTTPS.
 *
 * @example "https://shop.example/webhooks/vinr"
 */
export type WebhookUrl = string;

/** What a new webhook endpoint needs. */
export interface WebhookEndpointCreateParams {
  /**
   * Where events are posted to, over HTTPS.
   *
   * @example "https://shop.example/webhooks/vinr"
   */
  url: WebhookUrl;
  /** The event types to deliver, or `["*"]` for every type. */
  enabled_events:
    | (
  | "payment.created"
  | "payment.authorized"
  | "payment.completed"
  | "payment.failed"
  | "payment.cancelled"
  | "payment.expired"
  | "refund.created"
  | "refund.completed"
  | "dispute.opened"
  | "dispute.resolved"
  | "settlement.completed")[]
    | EveryEventType[];
}

/** A page of webhook endpoints, the newest first. */
export interface WebhookEndpointList {
  /**
   * The kind of object, `list`.
   *
   * @example "list"
   */
  object: ListObject;
  /** The webhook endpoints of this page. */
  data: WebhookEndpoint[];
  /** Where a list's page stands in the whole list. */
  page: Page;
}

/**
 * Where a settlement stands. New values may appear.
 *
 * - `pending`: waits for its payout
 * - `paid`: it was paid out; `payoutId` names the payout
 * - `failed`: the payout failed
 *
 * @example "paid"
 */
export type SettlementStatus = "pending" | "paid" | "failed" | (string & {});

/** What VINR pays out for a period. `grossAmount` less `refundedAmount` less `feeAmount` is `netAmount`. */
export interface Settlement {
  /**
   * The id of a settlement.
   *
   * @example "setl_3kQ9xZ"
   */
  id: SettlementId;
  /**
   * The kind of object, `settlement`.
   *
   * @example "settlement"
   */
  object: "settlement";
  /**
   * Where a settlement stands. New values may appear.
   *
   * @example "paid"
   */
  status: SettlementStatus;
  /**
   * The currency, an ISO 4217 code in upper case.
   *
   * @example "EUR"
   */
  currency: Currency;
  /**
   * The payments of the period, in the minor unit of the currency.
   *
   * @example 184500
   */
  grossAmount: number;
  /**
   * The refunds of the period, in the minor unit of the currency.
   *
   * @example 4999
   */
  refundedAmount: number;
  /**
   * VINR's fees for the period, in the minor unit of the currency.
   *
   * @example 5238
   */
  feeAmount: number;
  /**
   * What is paid out, in the minor unit of the currency. Negative where refunds and fees exceed the
   * payments.
   *
   * @example 174263
   */
  netAmount: number;
  /**
   * The id of the payout; `null` until the settlement is paid.
   *
   * @example "po_9hT2mK"
   */
  payoutId: string | null;
  /**
   * The first moment of the period, in UTC, as RFC 3339.
   *
   * @example "2026-04-13T00:00:00Z"
   */
  periodStart: string;
  /**
   * The first moment after the period, in UTC, as RFC 3339.
   *
   * @example "2026-04-20T00:00:00Z"
   */
  periodEnd: string;
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
}

/** A page of settlements, the newest first. */
export interface SettlementList {
  /**
   * The kind of object, `list`.
   *
   * @example "list"
   */
  object: ListObject;
  /** The settlements of this page. */
  data: Settlement[];
  /** Where a list's page stands in the whole list. */
  page: Page;
}

/**
 * What a transaction stands for. New values may appear.
 *
 * - `payment`: a payment's money, less its fee
 * - `refund`: money that went back to a customer
 * - `fee`: a fee that belongs to no single payment
 * - `dispute`: money held back for a dispute, or given back after it
 *
 * @example "payment"
 */
export type SettlementTransactionType = "payment" | "refund" | "fee" | "dispute" | (string & {});

/** One line of a settlement. `gross` plus `fee` is `net`. */
export interface SettlementTransaction {
  /**
   * The id of the transaction.
   *
   * @example "btx_2xW6uT"
   */
  id: string;
  /**
   * The kind of object, `settlement_transaction`.
   *
   * @example "settlement_transaction"
   */
  object: "settlement_transaction";
  /**
   * What a transaction stands for. New values may appear.
   *
   * @example "payment"
   */
  type: SettlementTransactionType;
  /**
   * The id of the payment, refund or dispute that caused the transaction; `null` for a fee of its
   * own.
   *
   * @example "pay_1234567890"
   */
  source: string | null;
  /**
   * An amount in the minor unit of its currency, negative where it lessens what is paid out.
   *
   * @example -34
   */
  gross: SignedAmount;
  /**
   * The fee, in the minor unit of the currency, zero or negative.
   *
   * @example -34
   */
  fee: number;
  /**
   * What the transaction adds to the payout, in the minor unit of the currency.
   *
   * @example 966
   */
  net: number;
  /**
   * The currency, an ISO 4217 code in upper case.
   *
   * @example "EUR"
   */
  currency: Currency;
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
}

/** A page of a settlement's transactions, the newest first. */
export interface SettlementTransactionList {
  /**
   * The kind of object, `list`.
   *
   * @example "list"
   */
  object: ListObject;
  /** The transactions of this page. */
  data: SettlementTransaction[];
  /** Where a list's page stands in the whole list. */
  page: Page;
}

/**
 * Where a dispute stands. New values may appear.
 *
 * - `open`: the bank has not decided
 * - `won`: decided for you; the amount is yours
 * - `lost`: decided for the customer; the amount is theirs
 *
 * @example "open"
 */
export type DisputeStatus = "open" | "won" | "lost" | (string & {});

/** A customer's objection to a payment, raised with their bank. */
export interface Dispute {
  /**
   * The id of the dispute.
   *
   * @example "dp_8sH3kD"
   */
  id: string;
  /**
   * The kind of object, `dispute`.
   *
   * @example "dispute"
   */
  object: "dispute";
  /**
   * The id of a payment.
   *
   * @example "pay_1234567890"
   */
  payment: PaymentId;
  /**
   * An amount in the minor unit of its currency, such as 1000 for 10.00 euro.
   *
   * @example 1000
   */
  amount: Amount;
  /**
   * The currency, an ISO 4217 code in upper case.
   *
   * @example "EUR"
   */
  currency: Currency;
  /**
   * Where a dispute stands. New values may appear.
   *
   * @example "open"
   */
  status: DisputeStatus;
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
}

/** What happened, and the resource as it was then. New types may appear: answer an unknown one with `2xx` and go on. */
export type Event =
  | PaymentCreatedEvent
  | PaymentAuthorizedEvent
  | PaymentCompletedEvent
  | PaymentFailedEvent
  | PaymentCancelledEvent
  | PaymentExpiredEvent
  | RefundCreatedEvent
  | RefundCompletedEvent
  | DisputeOpenedEvent
  | DisputeResolvedEvent
  | SettlementCompletedEvent;

/**
 * The kind of object, `event`.
 *
 * @example "event"
 */
export type EventObject = "event";

/** What the event is about. */
export interface PaymentEventData {
  /** An amount asked of a customer, and what became of it. */
  object: Payment;
}

/** What the event is about. */
export interface RefundEventData {
  /** All or part of a payment, returned to the customer. */
  object: Refund;
}

/** What the event is about. */
export interface DisputeEventData {
  /** A customer's objection to a payment, raised with their bank. */
  object: Dispute;
}

/** What the event is about. */
export interface SettlementEventData {
  /** What VINR pays out for a period. `grossAmount` less `refundedAmount` less `feeAmount` is `netAmount`. */
  object: Settlement;
}

/** A payment was created and waits for its customer. */
export interface PaymentCreatedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `payment.created`.
   *
   * @example "payment.created"
   */
  type: "payment.created";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: PaymentEventData;
}

/**
 * The customer's bank reserved the amount of a payment created with `capture: false`. Capture or cancel it
 * within 7 days.
 */
export interface PaymentAuthorizedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `payment.authorized`.
   *
   * @example "payment.authorized"
   */
  type: "payment.authorized";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: PaymentEventData;
}

/** The money of a payment is taken. Fulfil the order now, and only now. */
export interface PaymentCompletedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `payment.completed`.
   *
   * @example "payment.completed"
   */
  type: "payment.completed";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: PaymentEventData;
}

/** The customer's attempt to pay failed; `failure` says why and whether another attempt makes sense. */
export interface PaymentFailedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `payment.failed`.
   *
   * @example "payment.failed"
   */
  type: "payment.failed";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: PaymentEventData;
}

/** A payment was cancelled before its money was taken. What was authorized is released. */
export interface PaymentCancelledEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `payment.cancelled`.
   *
   * @example "payment.cancelled"
   */
  type: "payment.cancelled";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: PaymentEventData;
}

/** The checkout was not finished within 24 hours, or the authorization was not captured within 7 days. */
export interface PaymentExpiredEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `payment.expired`.
   *
   * @example "payment.expired"
   */
  type: "payment.expired";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: PaymentEventData;
}

/** A refund was created and is on its way to the customer. */
export interface RefundCreatedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `refund.created`.
   *
   * @example "refund.created"
   */
  type: "refund.created";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: RefundEventData;
}

/** A refund reached the customer; its status is `succeeded`. */
export interface RefundCompletedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `refund.completed`.
   *
   * @example "refund.completed"
   */
  type: "refund.completed";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: RefundEventData;
}

/**
 * The customer disputes a payment with their bank. The disputed amount is held back until the dispute is
 * resolved.
 */
export interface DisputeOpenedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `dispute.opened`.
   *
   * @example "dispute.opened"
   */
  type: "dispute.opened";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: DisputeEventData;
}

/** The bank decided a dispute; its status says for whom. */
export interface DisputeResolvedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `dispute.resolved`.
   *
   * @example "dispute.resolved"
   */
  type: "dispute.resolved";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: DisputeEventData;
}

/** A settlement was paid out; its status is `paid`. */
export interface SettlementCompletedEvent {
  /**
   * The id of the event. Deduplicate deliveries by it.
   *
   * @example "evt_3cE7gJ"
   */
  id: EventId;
  /**
   * The kind of object, `event`.
   *
   * @example "event"
   */
  object: EventObject;
  /**
   * The type of the event, `settlement.completed`.
   *
   * @example "settlement.completed"
   */
  type: "settlement.completed";
  /**
   * A moment in UTC, as RFC 3339.
   *
   * @example "2026-04-15T10:30:00Z"
   */
  created_at: Timestamp;
  /** What the event is about. */
  data: SettlementEventData;
}

/** The body of every error. */
export interface ErrorResponse {
  /** What went wrong. */
  error: ErrorDetail;
}

/** What went wrong. */
export interface ErrorDetail {
  /**
   * The kind of error. New values may appear.
   *
   * @example "invalid_request_error"
   */
  type: ErrorType;
  /**
   * The error, stable; branch on it. New values may appear.
   *
   * @example "parameter_invalid"
   */
  code: ErrorCode;
  /**
   * What went wrong and what to do, for people. It may change.
   *
   * @example "amount must be at least 1, got 0."
   */
  message: string;
  /**
   * The parameter, header or property to correct, with dots between levels.
   *
   * @example "amount"
   */
  param?: string;
  /**
   * The bank's reason for a decline, such as `insufficient_funds`.
   *
   * @example "insufficient_funds"
   */
  decline_code?: string;
  /**
   * The page about the error's code.
   *
   * @example "https://docs.vinr.com/errors/parameter_invalid"
   */
  doc_url?: string;
  /**
   * The id of a request.
   *
   * @example "req_8KdPz2"
   */
  request_id: RequestId;
  /**
   * The id of the object that the error is about.
   *
   * @example "pay_7rP1gS0bY"
   */
  resource?: string;
}

/**
 * The kind of error. New values may appear.
 *
 * - `invalid_request_error`: the request has to change
 * - `authentication_error`: the key has to change
 * - `permission_error`: the key needs a permission
 * - `card_error`: the customer's bank declined
 * - `idempotency_error`: the idempotency key stands in the way
 * - `rate_limit_error`: wait, then send the request again
 * - `api_error`: a fault of VINR; send the request again
 *
 * @example "invalid_request_error"
 */
export type ErrorType =
  | "invalid_request_error"
  | "authentication_error"
  | "permission_error"
  | "card_error"
  | "idempotency_error"
  | "rate_limit_error"
  | "api_error"
  | (string & {});

/**
 * The error, stable; branch on it. New values may appear.
 *
 * - `body_malformed`: the body is not valid JSON, or larger than allowed
 * - `parameter_missing`: a required parameter or property is missing
 * - `parameter_invalid`: a parameter or property breaks its rule
 * - `parameter_unknown`: a parameter or property is not known; its name is probably misspelt
 * - `parameters_exclusive`: two parameters exclude each other
 * - `api_key_missing`: the request carries no key
 * - `invalid_api_key`: the key is malformed or does not exist
 * - `expired_api_key`: the key has expired or was rolled
 * - `api_key_kind_not_allowed`: the key is publishable, and the operation is for servers
 * - `api_key_wrong_environment`: a test key in production, or a live key in the sandbox
 * - `card_declined`: the customer's bank declined the card; decline_code says why
 * - `authorization_declined`: the customer's bank declined or withdrew the authorization
 * - `permission_denied`: the restricted key lacks the permission
 * - `resource_not_found`: the object does not exist, or not in this environment
 * - `route_not_found`: The API has no such path
 * - `method_not_allowed`: the path exists, but not with this method
 * - `idempotency_key_reused`: the idempotency key was used with another payload
 * - `idempotency_key_in_progress`: the first request with the idempotency key is still in progress
 * - `unsupported_media_type`: the body is not application/json
 * - `already_captured`: the payment was captured before
 * - `amount_too_large`: the amount exceeds what can be captured or refunded
 * - `currency_not_enabled`: the account does not take the currency
 * - `payment_not_capturable`: the payment is not authorized
 * - `payment_not_cancellable`: the payment has ended
 * - `payment_not_refundable`: the payment is not completed
 * - `rate_limited`: the key's token bucket is empty
 * - `internal_error`: a fault of VINR
 * - `service_unavailable`: VINR is unavailable for a moment
 *
 * @example "parameter_invalid"
 */
export type ErrorCode =
  | "body_malformed"
  | "parameter_missing"
  | "parameter_invalid"
  | "parameter_unknown"
  | "parameters_exclusive"
  | "api_key_missing"
  | "invalid_api_key"
  | "expired_api_key"
  | "api_key_kind_not_allowed"
  | "api_key_wrong_environment"
  | "card_declined"
  | "authorization_declined"
  | "permission_denied"
  | "resource_not_found"
  | "route_not_found"
  | "method_not_allowed"
  | "idempotency_key_reused"
  | "idempotency_key_in_progress"
  | "unsupported_media_type"
  | "already_captured"
  | "amount_too_large"
  | "currency_not_enabled"
  | "payment_not_capturable"
  | "payment_not_cancellable"
  | "payment_not_refundable"
  | "rate_limited"
  | "internal_error"
  | "service_unavailable"
  | (string & {});

export interface paths {
  "/payments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List payments
     *
     * Returns the account's payments, the newest first, a page at a time.
     */
    get: operations["listPayments"];
    put?: never;
    /**
     * Create a payment
     *
     * Creates a payment that waits for its customer. Its status is `pending`; send the customer to its `checkoutUrl`,
     * which serves a hosted page for 24 hours. With `capture: false` the payment stops at `authorized` and you capture
     * it within 7 days.
     */
    post: operations["createPayment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payments/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Retrieve a payment
     *
     * Returns the payment as it stands now.
     */
    get: operations["retrievePayment"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payments/{id}/capture": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Capture a payment
     *
     * Takes the money of an `authorized` payment. Without `amount` it takes all that is capturable; a smaller amount
     * releases the rest to the customer. A payment is captured once.
     */
    post: operations["capturePayment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/payments/{id}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a payment
     *
     * Cancels a payment that is `pending`, `requires_authentication` or `authorized`, and releases what was
     * authorized. A payment that was captured cannot be cancelled: refund it.
     */
    post: operations["cancelPayment"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/refunds": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List refunds
     *
     * Returns the account's refunds, the newest first, a page at a time; with `payment`, those of one payment.
     */
    get: operations["listRefunds"];
    put?: never;
    /**
     * Create a refund
     *
     * Refunds a completed payment. Without `amount` it refunds all that is left; several smaller refunds are allowed
     * until nothing is left.
     */
    post: operations["createRefund"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/refunds/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Retrieve a refund
     *
     * Returns the refund as it stands now.
     */
    get: operations["retrieveRefund"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List webhook endpoints
     *
     * Returns the account's webhook endpoints, the newest first, a page at a time, without their secrets.
     */
    get: operations["listWebhookEndpoints"];
    put?: never;
    /**
     * Create a webhook endpoint
     *
     * Registers a URL for events. The response holds the signing `secret`, this once: store it where your server reads
     * its secrets.
     */
    post: operations["createWebhookEndpoint"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Delete a webhook endpoint
     *
     * Deletes the webhook endpoint. Deliveries to it stop, also the ones that wait for a retry.
     */
    delete: operations["deleteWebhookEndpoint"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/settlements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List settlements
     *
     * Returns the account's settlements, the newest first, a page at a time.
     */
    get: operations["listSettlements"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/settlements/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Retrieve a settlement
     *
     * Returns the settlement as it stands now.
     */
    get: operations["retrieveSettlement"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/settlements/{id}/transactions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List a settlement's transactions
     *
     * Returns the transactions that make up the settlement, the newest first, a page at a time. Over all pages, the
     * gross of payments adds up to `grossAmount`, the gross of refunds to minus `refundedAmount`, the fees to minus
     * `feeAmount`, and the net to `netAmount`.
     */
    get: operations["listSettlementTransactions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export interface webhooks {
  "payment.created": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A payment was created
     *
     * A payment was created and waits for its customer.
     */
    post: operations["receivePaymentCreated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payment.authorized": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A payment was authorized
     *
     * The customer's bank reserved the amount of a payment created with `capture: false`. Capture or cancel it
     * within 7 days.
     */
    post: operations["receivePaymentAuthorized"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payment.completed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A payment was completed
     *
     * The money of a payment is taken. Fulfil the order now, and only now.
     */
    post: operations["receivePaymentCompleted"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payment.failed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A payment failed
     *
     * The customer's attempt to pay failed; `failure` says why and whether another attempt makes sense.
     */
    post: operations["receivePaymentFailed"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payment.cancelled": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A payment was cancelled
     *
     * A payment was cancelled before its money was taken. What was authorized is released.
     */
    post: operations["receivePaymentCancelled"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "payment.expired": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A payment expired
     *
     * The checkout was not finished within 24 hours, or the authorization was not captured within 7 days.
     */
    post: operations["receivePaymentExpired"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "refund.created": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A refund was created
     *
     * A refund was created and is on its way to the customer.
     */
    post: operations["receiveRefundCreated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "refund.completed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A refund was completed
     *
     * A refund reached the customer; its status is `succeeded`.
     */
    post: operations["receiveRefundCompleted"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "dispute.opened": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A dispute was opened
     *
     * The customer disputes a payment with their bank. The disputed amount is held back until the dispute is
     * resolved.
     */
    post: operations["receiveDisputeOpened"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "dispute.resolved": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A dispute was resolved
     *
     * The bank decided a dispute; its status says for whom.
     */
    post: operations["receiveDisputeResolved"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "settlement.completed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A settlement was completed
     *
     * A settlement was paid out; its status is `paid`.
     */
    post: operations["receiveSettlementCompleted"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export interface components {
  schemas: {
    PaymentId: PaymentId;
    RefundId: RefundId;
    WebhookEndpointId: WebhookEndpointId;
    SettlementId: SettlementId;
    EventId: EventId;
    RequestId: RequestId;
    Cursor: Cursor;
    Amount: Amount;
    SignedAmount: SignedAmount;
    Currency: Currency;
    Timestamp: Timestamp;
    Description: Description;
    ReturnUrl: ReturnUrl;
    Metadata: Metadata;
    Page: Page;
    PaymentStatus: PaymentStatus;
    Payment: Payment;
    PaymentFailure: PaymentFailure;
    PaymentFailureCategory: PaymentFailureCategory;
    PaymentCreateParams: PaymentCreateParams;
    PaymentCaptureParams: PaymentCaptureParams;
    PaymentList: PaymentList;
    ListObject: ListObject;
    RefundStatus: RefundStatus;
    RefundReason: RefundReason;
    Refund: Refund;
    RefundCreateParams: RefundCreateParams;
    RefundList: RefundList;
    EventType: EventType;
    EveryEventType: EveryEventType;
    WebhookEndpointStatus: WebhookEndpointStatus;
    WebhookEndpoint: WebhookEndpoint;
    WebhookUrl: WebhookUrl;
    WebhookEndpointCreateParams: WebhookEndpointCreateParams;
    WebhookEndpointList: WebhookEndpointList;
    SettlementStatus: SettlementStatus;
    Settlement: Settlement;
    SettlementList: SettlementList;
    SettlementTransactionType: SettlementTransactionType;
    SettlementTransaction: SettlementTransaction;
    SettlementTransactionList: SettlementTransactionList;
    DisputeStatus: DisputeStatus;
    Dispute: Dispute;
    Event: Event;
    EventObject: EventObject;
    PaymentEventData: PaymentEventData;
    RefundEventData: RefundEventData;
    DisputeEventData: DisputeEventData;
    SettlementEventData: SettlementEventData;
    PaymentCreatedEvent: PaymentCreatedEvent;
    PaymentAuthorizedEvent: PaymentAuthorizedEvent;
    PaymentCompletedEvent: PaymentCompletedEvent;
    PaymentFailedEvent: PaymentFailedEvent;
    PaymentCancelledEvent: PaymentCancelledEvent;
    PaymentExpiredEvent: PaymentExpiredEvent;
    RefundCreatedEvent: RefundCreatedEvent;
    RefundCompletedEvent: RefundCompletedEvent;
    DisputeOpenedEvent: DisputeOpenedEvent;
    DisputeResolvedEvent: DisputeResolvedEvent;
    SettlementCompletedEvent: SettlementCompletedEvent;
    ErrorResponse: ErrorResponse;
    ErrorDetail: ErrorDetail;
    ErrorType: ErrorType;
    ErrorCode: ErrorCode;
  };
  responses: {
    /** The request is invalid; `param` names what to correct. */
    BadRequest: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The API key is missing, unknown, expired, of the wrong kind or of the other environment. */
    Unauthorized: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The customer's bank declined. */
    CardDeclined: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The restricted key lacks the permission. */
    Forbidden: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The `Idempotency-Key` was used with another payload, or its first request is still in progress. */
    Conflict: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        "Retry-After": components["headers"]["Retry-After-When-In-Progress"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The request is valid, but the account cannot take this payment. */
    UnprocessablePayment: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The key's token bucket is empty. */
    TooManyRequests: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        "Retry-After": components["headers"]["Retry-After"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** Something went wrong at VINR. Send the request again, a `POST` with the same `Idempotency-Key`. */
    InternalServerError: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** VINR is unavailable for a moment. Send the request again, a `POST` with the same `Idempotency-Key`. */
    ServiceUnavailable: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The request is invalid; `param` names the query parameter to correct. */
    BadListRequest: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The request is invalid; `param` names the parameter to correct. */
    BadIdRequest: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The payment does not exist, or not in this environment. */
    PaymentNotFound: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The request is valid, but the payment's state or amount does not allow the capture. */
    UnprocessableCapture: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The request is valid, but the payment's state does not allow the cancellation. */
    UnprocessableCancel: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The request is valid, but the payment's state or balance does not allow the refund. */
    UnprocessableRefund: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The refund does not exist, or not in this environment. */
    RefundNotFound: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The webhook endpoint does not exist, or not in this environment. */
    WebhookEndpointNotFound: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The settlement does not exist, or not in this environment. */
    SettlementNotFound: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/json": ErrorResponse;
      };
    };
    /** The event is yours now; VINR does not deliver it again. The body of the answer is ignored. */
    EventReceived: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** The event is not taken, so VINR delivers it again later. Any status but `2xx` means this. */
    EventRefused: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
  };
  parameters: {
    /**
     * A key of your own choice, a UUID v4 at best. A second request to the same endpoint with the same key and payload
     * gets the first response again, for 24 hours; with another payload it gets `409`. Send one with every `POST`.
     */
    IdempotencyKey: string;
    /** The version of the API to use, a date. Without it, the version that the account is set to. */
    VinrVersion: string;
    /** How many objects a page holds at most. */
    Limit: number;
    /**
     * The id of an object: the page begins with the next older one. Pass `page.next_cursor` of the page before. Excludes
     * `ending_before`.
     */
    StartingAfter: Cursor;
    /**
     * The id of an object: the page ends with the next newer one. Pass the id of the first object of the page after.
     * Excludes `starting_after`.
     */
    EndingBefore: Cursor;
    /** The payment's id. */
    PaymentId: PaymentId;
    /** The refund's id. */
    RefundId: RefundId;
    /** The webhook endpoint's id. */
    WebhookEndpointId: WebhookEndpointId;
    /** The settlement's id. */
    SettlementId: SettlementId;
    /**
     * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
     * genuine when one of them matches.
     */
    VinrSignature: string;
    /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
    VinrTimestamp: string;
  };
  requestBodies: never;
  headers: {
    /** The request's id. Quote it to VINR's support. */
    "X-Request-Id": RequestId;
    /** How many requests a second the key may make. */
    "X-RateLimit-Limit": number;
    /** How many requests the key may make right now. */
    "X-RateLimit-Remaining": number;
    /** When the token bucket is full again, in Unix seconds. */
    "X-RateLimit-Reset": number;
    /** `true` where this is the remembered response of an earlier request with the same `Idempotency-Key`. */
    "Idempotent-Replayed": boolean;
    /** After how many seconds to send the request again; only where the first one is still in progress. */
    "Retry-After-When-In-Progress": number;
    /** After how many seconds to send the request again. */
    "Retry-After": number;
  };
  pathItems: never;
}

export type $defs = Record<string, never>;

export interface operations {
  listPayments: {
    parameters: {
      query?: {
        /** How many objects a page holds at most. */
        limit?: components["parameters"]["Limit"];
        /**
         * The id of an object: the page begins with the next older one. Pass `page.next_cursor` of the page before. Excludes
         * `ending_before`.
         */
        starting_after?: components["parameters"]["StartingAfter"];
        /**
         * The id of an object: the page ends with the next newer one. Pass the id of the first object of the page after.
         * Excludes `starting_after`.
         */
        ending_before?: components["parameters"]["EndingBefore"];
      };
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of payments. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": PaymentList;
        };
      };
      400: components["responses"]["BadListRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  createPayment: {
    parameters: {
      query?: never;
      header?: {
        /**
         * A key of your own choice, a UUID v4 at best. A second request to the same endpoint with the same key and payload
         * gets the first response again, for 24 hours; with another payload it gets `409`. Send one with every `POST`.
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path?: never;
      cookie?: never;
    };
    /** The payment to create. */
    requestBody: {
      content: {
        "application/json": PaymentCreateParams;
      };
    };
    responses: {
      /** The payment was created and waits for its customer. */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Payment;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["CardDeclined"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessablePayment"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  retrievePayment: {
    parameters: {
      query?: never;
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path: {
        /** The payment's id. */
        id: components["parameters"]["PaymentId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The payment. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Payment;
        };
      };
      400: components["responses"]["BadIdRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["PaymentNotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  capturePayment: {
    parameters: {
      query?: never;
      header?: {
        /**
         * A key of your own choice, a UUID v4 at best. A second request to the same endpoint with the same key and payload
         * gets the first response again, for 24 hours; with another payload it gets `409`. Send one with every `POST`.
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path: {
        /** The payment's id. */
        id: components["parameters"]["PaymentId"];
      };
      cookie?: never;
    };
    /** How much to capture. Leave the body out to capture everything. */
    requestBody?: {
      content: {
        "application/json": PaymentCaptureParams;
      };
    };
    responses: {
      /** The payment, captured. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Payment;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      402: components["responses"]["CardDeclined"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["PaymentNotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableCapture"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  cancelPayment: {
    parameters: {
      query?: never;
      header?: {
        /**
         * A key of your own choice, a UUID v4 at best. A second request to the same endpoint with the same key and payload
         * gets the first response again, for 24 hours; with another payload it gets `409`. Send one with every `POST`.
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path: {
        /** The payment's id. */
        id: components["parameters"]["PaymentId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The payment, cancelled. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Payment;
        };
      };
      400: components["responses"]["BadIdRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["PaymentNotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableCancel"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  listRefunds: {
    parameters: {
      query?: {
        /** Returns only the refunds of this payment. */
        payment?: PaymentId;
        /** How many objects a page holds at most. */
        limit?: components["parameters"]["Limit"];
        /**
         * The id of an object: the page begins with the next older one. Pass `page.next_cursor` of the page before. Excludes
         * `ending_before`.
         */
        starting_after?: components["parameters"]["StartingAfter"];
        /**
         * The id of an object: the page ends with the next newer one. Pass the id of the first object of the page after.
         * Excludes `starting_after`.
         */
        ending_before?: components["parameters"]["EndingBefore"];
      };
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of refunds. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": RefundList;
        };
      };
      400: components["responses"]["BadListRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  createRefund: {
    parameters: {
      query?: never;
      header?: {
        /**
         * A key of your own choice, a UUID v4 at best. A second request to the same endpoint with the same key and payload
         * gets the first response again, for 24 hours; with another payload it gets `409`. Send one with every `POST`.
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path?: never;
      cookie?: never;
    };
    /** The refund to create. */
    requestBody: {
      content: {
        "application/json": RefundCreateParams;
      };
    };
    responses: {
      /** The refund was created and is on its way. */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Refund;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["PaymentNotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["UnprocessableRefund"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  retrieveRefund: {
    parameters: {
      query?: never;
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path: {
        /** The refund's id. */
        id: components["parameters"]["RefundId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The refund. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Refund;
        };
      };
      400: components["responses"]["BadIdRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["RefundNotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  listWebhookEndpoints: {
    parameters: {
      query?: {
        /** How many objects a page holds at most. */
        limit?: components["parameters"]["Limit"];
        /**
         * The id of an object: the page begins with the next older one. Pass `page.next_cursor` of the page before. Excludes
         * `ending_before`.
         */
        starting_after?: components["parameters"]["StartingAfter"];
        /**
         * The id of an object: the page ends with the next newer one. Pass the id of the first object of the page after.
         * Excludes `starting_after`.
         */
        ending_before?: components["parameters"]["EndingBefore"];
      };
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of webhook endpoints. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": WebhookEndpointList;
        };
      };
      400: components["responses"]["BadListRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  createWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /**
         * A key of your own choice, a UUID v4 at best. A second request to the same endpoint with the same key and payload
         * gets the first response again, for 24 hours; with another payload it gets `409`. Send one with every `POST`.
         */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path?: never;
      cookie?: never;
    };
    /** The webhook endpoint to create. */
    requestBody: {
      content: {
        "application/json": WebhookEndpointCreateParams;
      };
    };
    responses: {
      /** The webhook endpoint, with its signing secret. */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": WebhookEndpoint;
        };
      };
      400: components["responses"]["BadRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      409: components["responses"]["Conflict"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  deleteWebhookEndpoint: {
    parameters: {
      query?: never;
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path: {
        /** The webhook endpoint's id. */
        id: components["parameters"]["WebhookEndpointId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The webhook endpoint is gone. */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components["responses"]["BadIdRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["WebhookEndpointNotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  listSettlements: {
    parameters: {
      query?: {
        /** How many objects a page holds at most. */
        limit?: components["parameters"]["Limit"];
        /**
         * The id of an object: the page begins with the next older one. Pass `page.next_cursor` of the page before. Excludes
         * `ending_before`.
         */
        starting_after?: components["parameters"]["StartingAfter"];
        /**
         * The id of an object: the page ends with the next newer one. Pass the id of the first object of the page after.
         * Excludes `starting_after`.
         */
        ending_before?: components["parameters"]["EndingBefore"];
      };
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of settlements. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": SettlementList;
        };
      };
      400: components["responses"]["BadListRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  retrieveSettlement: {
    parameters: {
      query?: never;
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path: {
        /** The settlement's id. */
        id: components["parameters"]["SettlementId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The settlement. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": Settlement;
        };
      };
      400: components["responses"]["BadIdRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["SettlementNotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  listSettlementTransactions: {
    parameters: {
      query?: {
        /** How many objects a page holds at most. */
        limit?: components["parameters"]["Limit"];
        /**
         * The id of an object: the page begins with the next older one. Pass `page.next_cursor` of the page before. Excludes
         * `ending_before`.
         */
        starting_after?: components["parameters"]["StartingAfter"];
        /**
         * The id of an object: the page ends with the next newer one. Pass the id of the first object of the page after.
         * Excludes `starting_after`.
         */
        ending_before?: components["parameters"]["EndingBefore"];
      };
      header?: {
        /** The version of the API to use, a date. Without it, the version that the account is set to. */
        "Vinr-Version"?: components["parameters"]["VinrVersion"];
      };
      path: {
        /** The settlement's id. */
        id: components["parameters"]["SettlementId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** A page of the settlement's transactions. */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": SettlementTransactionList;
        };
      };
      400: components["responses"]["BadListRequest"];
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      404: components["responses"]["SettlementNotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["InternalServerError"];
      503: components["responses"]["ServiceUnavailable"];
    };
  };
  receivePaymentCreated: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": PaymentCreatedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receivePaymentAuthorized: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": PaymentAuthorizedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receivePaymentCompleted: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": PaymentCompletedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receivePaymentFailed: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": PaymentFailedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receivePaymentCancelled: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": PaymentCancelledEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receivePaymentExpired: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": PaymentExpiredEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receiveRefundCreated: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": RefundCreatedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receiveRefundCompleted: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": RefundCompletedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receiveDisputeOpened: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": DisputeOpenedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receiveDisputeResolved: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": DisputeResolvedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
  receiveSettlementCompleted: {
    parameters: {
      query?: never;
      header: {
        /**
         * One or more signatures, `v1=<lower-case hex>`, separated by commas; two while a secret rotates. The delivery is
         * genuine when one of them matches.
         */
        "X-Vinr-Signature": components["parameters"]["VinrSignature"];
        /** When the delivery was signed, in Unix seconds. It is part of what is signed. */
        "X-Vinr-Timestamp": components["parameters"]["VinrTimestamp"];
      };
      path?: never;
      cookie?: never;
    };
    /** The event. */
    requestBody: {
      content: {
        "application/json": SettlementCompletedEvent;
      };
    };
    responses: {
      "2XX": components["responses"]["EventReceived"];
      "4XX": components["responses"]["EventRefused"];
    };
  };
}
