import { stringify } from "yaml";

/** Quoted also where only YAML 1.1 would take a string for a date or a boolean: many readers still are 1.1. */
export function toYaml(value: unknown): string {
  return stringify(value, { compat: "yaml-1.1", aliasDuplicateObjects: false, lineWidth: 0 });
}
