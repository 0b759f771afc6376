/** Where each page is. The addresses are promises: what is linked from elsewhere stays where it is. */
import type { DescribedOperation } from "./read-description.ts";

/** `createPayment` → `create-payment`, `PaymentList` → `payment-list`. */
export function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

export const operationSlug = ({ tag, id }: DescribedOperation): string => `reference/${kebab(tag)}/${kebab(id)}`;
export const eventSlug = (type: string): string => `reference/events/${type.replaceAll(".", "-").replaceAll("_", "-")}`;
export const schemaSlug = (name: string): string => `reference/schemas/${kebab(name)}`;
export const errorSlug = (code: string): string => `errors/${code}`;

/** A slug as an address within the site. */
export const href = (slug: string): string => `/${slug}/`;
