import type { Event } from "@vinr/types";
import { eventTypes } from "../generated/event-types.js";

export function isEventType(type: string): type is Event["type"] {
  return Object.hasOwn(eventTypes, type);
}

export function listEventTypes(): string {
  return Object.keys(eventTypes).join(", ");
}
