interface ProcessGlobal {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** Reads an environment variable. Only Node and compatible runtimes have them. */
export function readVariable(name: "VINR_SECRET_KEY" | "VINR_WEBHOOK_SECRET"): string | undefined {
  return (globalThis as ProcessGlobal).process?.env?.[name];
}
