/**
 * Whether a schema allows values of a JSON type, alone or beside others.
 * @param {{ type?: string | string[] }} schema
 * @param {string} type
 */
export function allows(schema, type) {
  return Array.isArray(schema.type) ? schema.type.includes(type) : schema.type === type;
}
