/** A browser without scripts: it follows where forms lead, and keeps the cookie. */
export class Visitor {
  readonly #origin: string;
  #cookie = "";

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookie(): string {
    return this.#cookie;
  }

  async get(path: string): Promise<Response> {
    return fetch(`${this.#origin}${path}`, { headers: { cookie: this.#cookie }, redirect: "manual" });
  }

  /** The source of a page. */
  async read(path: string): Promise<string> {
    const response = await this.get(path);
    const location = response.headers.get("location");
    return location === null ? response.text() : this.read(location);
  }

  /** Sends a form, with the headers of a page of the same origin. */
  async post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await fetch(`${this.#origin}${path}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: this.#origin, cookie: this.#cookie, ...headers },
      redirect: "manual",
    });
    const cookie = response.headers.get("set-cookie");
    if (cookie !== null) this.#cookie = cookie.slice(0, cookie.indexOf(";"));
    return response;
  }

  /** Presses a button, and returns the page that it leads to. */
  async press(path: string, fields: Record<string, string> = {}): Promise<string> {
    const response = await this.post(path, fields);
    if (response.status !== 303) throw new Error(`${path} responds with ${response.status}: ${await response.text()}`);
    return this.read(response.headers.get("location") ?? "");
  }
}
