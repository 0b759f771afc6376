interface ProcessGlobal {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** Reads an environment variable. Only Node and compatible runtimes have them. */
export function readVariable(name: "VINR_SECRET_KEY" | "VINR_WEBHOOK_SECRET"): string | undefined {
  const variables = (globalThis as ProcessGlobal).process?.env;
  // Only its own: what another library adds to Object.prototype is not a key or a secret.
  return variables && Object.hasOwn(variables, name) ? variables[name] : undefined;
}
