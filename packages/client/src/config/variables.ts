interface ProcessGlobal {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

type ProxyVariable = "http_proxy" | "https_proxy" | "no_proxy";
type Variable = "VINR_SECRET_KEY" | "VINR_WEBHOOK_SECRET" | ProxyVariable | Uppercase<ProxyVariable>;

/** Reads an environment variable. Only Node and compatible runtimes have them. */
export function readVariable(name: Variable): string | undefined {
  const variables = (globalThis as ProcessGlobal).process?.env;
  // Only its own: what another library adds to Object.prototype is not a key, a secret or a proxy.
  return variables && Object.hasOwn(variables, name) ? variables[name] : undefined;
}
