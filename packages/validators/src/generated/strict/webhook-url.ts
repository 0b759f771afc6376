// Made by `pnpm generate` from the OpenAPI description. Do not edit: change spec/openapi.yaml or scripts/generators.

export * from "../webhook-url.js";
