/** Who a change breaks and what they do about it, for the report. */
export interface Guidance {
  readonly who: string;
  readonly migrate: string;
}

const guidance: Readonly<Record<string, Guidance>> = {
  "operation-removed": {
    who: "callers of the operation",
    migrate: "Call what replaces it; deprecate with a date before removing.",
  },
  "path-removed": {
    who: "callers of the path, or receivers of the event",
    migrate: "Keep the old path or event beside the new one for a time.",
  },
  "operation-id-changed": {
    who: "users of generated clients",
    migrate: "Keep the operationId; names in SDKs follow it.",
  },
  "property-removed": {
    who: "readers and writers of the property",
    migrate: "Deprecate the property first; stop reading or sending it.",
  },
  "required-properties-removed": { who: "readers that rely on the property", migrate: "Handle its absence." },
  "required-properties-added": {
    who: "callers that do not send the property",
    migrate: "Send it, or make it optional with a default.",
  },
  "request-body-became-required": { who: "callers that send no body", migrate: "Send a body." },
  "parameter-became-required": {
    who: "callers that do not send the parameter",
    migrate: "Send it, or make it optional with a default.",
  },
  "parameter-removed": {
    who: "callers that send the parameter",
    migrate: "Stop sending it; unknown parameters are refused.",
  },
  "schema-constraint-changed": {
    who: "callers whose values the new bound refuses, or readers that rely on the old one",
    migrate: "Keep values within both bounds before the change ships.",
  },
  "schema-type-changed": {
    who: "everybody who reads or writes the value",
    migrate: "Add a property of the new type beside the old one.",
  },
  "response-removed": { who: "callers that handle the status", migrate: "Handle the status that replaces it." },
  "response-header-removed": { who: "callers that read the header", migrate: "Stop reading it." },
  "media-type-removed": { who: "callers that send or read the body", migrate: "Use the media type that replaces it." },
  "server-removed": { who: "everybody who calls the server", migrate: "Keep the old address answering." },
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
      who: "whoever relies on it",
      migrate: "Introduce the new form beside the old one, then deprecate the old one.",
    }
  );
}
