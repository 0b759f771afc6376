/** Who a change breaks and what they do about it, for the report. */
export interface Guidance {
  readonly who: string;
  readonly migrate: string;
  /** The step that comes before; not reported of a part that was deprecated. */
  readonly first?: string;
}

const guidance: Readonly<Record<string, Guidance>> = {
  "vinr/operation-removed": {
    who: "callers of the operation",
    migrate: "Call what replaces it.",
    first: "Deprecate the operation first, with a date.",
  },
  "vinr/webhook-removed": {
    who: "receivers of the event",
    migrate: "Keep the old event beside the new one for a time.",
  },
  "vinr/operation-id-changed": {
    who: "users of generated clients",
    migrate: "Keep the operationId; names in SDKs follow it.",
  },
  "vinr/property-removed": {
    who: "readers and writers of the property",
    migrate: "Stop reading or sending it.",
    first: "Deprecate the property first, with a date.",
  },
  "vinr/required-properties-removed": { who: "readers that rely on the property", migrate: "Handle its absence." },
  "vinr/required-properties-added": {
    who: "callers that do not send the property",
    migrate: "Send it, or make it optional with a default.",
  },
  "vinr/request-body-became-required": { who: "callers that send no body", migrate: "Send a body." },
  "vinr/parameter-became-required": {
    who: "callers that do not send the parameter",
    migrate: "Send it, or make it optional with a default.",
  },
  "vinr/parameter-removed": {
    who: "callers that send the parameter",
    migrate: "Stop sending it; unknown parameters are rejected.",
    first: "Deprecate the parameter first, with a date.",
  },
  "vinr/schema-constraint-changed": {
    who: "callers whose values the new bound rejects, or readers that rely on the old one",
    migrate: "Keep values within both bounds before the change ships.",
  },
  "vinr/schema-type-changed": {
    who: "everybody who reads or writes the value",
    migrate: "Add a property of the new type beside the old one.",
  },
  "vinr/response-removed": { who: "callers that handle the status", migrate: "Handle the status that replaces it." },
  "vinr/response-header-removed": { who: "callers that read the header", migrate: "Stop reading it." },
  "vinr/media-type-removed": {
    who: "callers that send or read the body",
    migrate: "Use the media type that replaces it.",
  },
  "vinr/response-header-became-optional": { who: "callers that read the header", migrate: "Handle its absence." },
  "vinr/parameter-became-optional": { who: "receivers that read the header", migrate: "Handle its absence." },
  "vinr/request-body-became-optional": { who: "receivers that read the body", migrate: "Handle its absence." },
  "vinr/variant-removed": {
    who: "callers that send the variant, or readers that wait for it",
    migrate: "Use the variant that replaces it.",
  },
  "vinr/schema-removed": {
    who: "users of generated types and validators",
    migrate: "Keep the old name beside the new one for a time.",
  },
  "server-removed": { who: "everybody who calls the server", migrate: "Keep the old address in service." },
  "security-scheme-changed": {
    who: "callers that authenticate so",
    migrate: "Send the key in the new way; accept both for a time.",
  },
  "vinr/default-changed": { who: "callers that leave the value out", migrate: "Send the old default by name." },
  "vinr/security-changed": {
    who: "everybody who calls, and everybody whose data is behind it",
    migrate: "Have the change reviewed by security; accept both ways for a time.",
  },
  "vinr/enum-value-removed": {
    who: "callers that send the value, or readers that wait for it",
    migrate: "Use the value that replaces it.",
  },
  "vinr/error-code": { who: "callers that branch on the code", migrate: "Branch on the new code or status as well." },
};

/** The guidance for a rule, in general words where there are none of its own. */
export function guidanceFor(rule: string): Guidance {
  return (
    guidance[rule] ?? {
      who: "callers that rely on it",
      migrate: "Introduce the new form beside the old one, then deprecate the old one.",
    }
  );
}
