import { handler } from "./fake.ts";

// A module worker. Bun and Deno serve the same file: `bun worker.ts`, `deno serve worker.ts`.
export default { fetch: (request: Request) => handler(request) };
