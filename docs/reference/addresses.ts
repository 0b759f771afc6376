/** The address of each page. They are promises: links from elsewhere must keep working. */
import type { Operation } from "../../scripts/model.ts";

/** `createPayment` → `create-payment`, `PaymentList` → `payment-list`. */
export function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** The anchor of a heading, made from its text as in the guides. */
export const headingAnchor = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(/\s/g, "-");

/**
 * A name as one segment of an address, and so of a path: whatever the name is, nothing in it separates segments or leads
 * to another folder. `listPages` rejects names that meet.
 */
export const segment = (name: string): string => kebab(name).replaceAll(/[^\p{L}\p{N}_-]+/gu, "-") || "-";

export const tagSlug = (tag = "operations"): string => `reference/${segment(tag)}`;
export const operationSlug = ({ tag, operationId }: Pick<Operation, "operationId" | "tag">): string =>
  `${tagSlug(tag)}/${segment(operationId)}`;
export const eventSlug = (type: string): string => `reference/events/${segment(type.replaceAll(/[._]/g, "-"))}`;
export const schemaSlug = (name: string): string => `reference/schemas/${segment(name)}`;
export const errorSlug = (code: string): string => `errors/${segment(code)}`;

/** A slug as an address within the site. */
export const href = (slug: string): string => `/${slug}/`;
