/// <reference lib="dom" />
/** Run on the page of an operation: the request, which can be edited, its response, and the sandbox. */
import { html, nothing, render } from "lit-html";
import type { TryOperation } from "../../reference/try-operation.ts";
import { type Connection, connect } from "../connection.ts";
import { localSandboxUrl } from "../local-sandbox.ts";
import type { ClockMove, FieldIssue, SandboxView, TryResponse } from "../protocol.ts";
import { buildRequest, type Fields, fillFields, findEmpty, toCurl } from "./build-request.ts";
import { loadStyles } from "./load-styles.ts";
import { renderForm } from "./request-form.ts";
import { describeStatus, renderCode, renderResponse } from "./response-view.ts";
import { renderSandbox } from "./sandbox-view.ts";

/** How long a reader pauses before a changed request is checked, in milliseconds. */
const pause = 150;

/** The places of a panel on its page. */
export interface PanelPlaces {
  readonly form: HTMLElement;
  readonly status: HTMLElement;
  readonly result: HTMLElement;
  /** Opens the request in a sandbox on the reader's machine. */
  readonly local: HTMLAnchorElement;
}

/**
 * Opens the panel of an operation.
 *
 * @throws {TryError} where no sandbox can run.
 */
export async function openRequestPanel(operation: TryOperation, places: PanelPlaces): Promise<RequestPanel> {
  // The worker starts while the style sheet is loaded.
  const panel = new RequestPanel(operation, places);
  await loadStyles();
  return panel;
}

export class RequestPanel {
  readonly #operation: TryOperation;
  readonly #places: PanelPlaces;
  readonly #connection: Connection;
  /** The link to a local sandbox with the sample, as it was on the page. */
  readonly #sampleLink: string;
  #fields: Fields | undefined;
  #issues: readonly FieldIssue[] = [];
  #response: TryResponse | undefined;
  #made: string | undefined;
  #view: SandboxView | undefined;
  #lastCheck = 0;
  #checkProblem = "";

  constructor(operation: TryOperation, places: PanelPlaces) {
    this.#operation = operation;
    this.#places = places;
    this.#sampleLink = places.local.href;
    this.#connection = connect();
    this.#connection.watch((view) => {
      this.#view = view;
      this.#show();
    });
  }

  /** Sends the request; the first time that of the sample, with ids that the sandbox has. */
  async run(): Promise<void> {
    const operation = this.#operation;
    if (this.#fields === undefined) {
      const { operationId, path } = operation;
      const prepared = await this.#connection.run("prepare", { operationId, path });
      this.#made = prepared.made;
      this.#fields = fillFields(operation, prepared);
    } else this.#made = undefined;
    const empty = findEmpty(operation, this.#fields);
    if (empty.length > 0) return this.#rejectEmpty(empty);
    const request = buildRequest(operation, this.#fields, crypto.randomUUID());
    const start = performance.now();
    this.#response = await this.#connection.run("send", request);
    const status = describeStatus(this.#response.status, performance.now() - start);
    this.#issues = await this.#connection.run("check", request);
    this.#show();
    this.#say(this.#made === undefined ? status : `${status}. ${this.#made}`);
    // The fields have made room for themselves above it.
    this.#places.result.firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  #rejectEmpty(issues: readonly FieldIssue[]): void {
    this.#issues = issues;
    this.#show();
    this.#say("Not sent. Fill in the required fields.");
  }

  #say(text: string): void {
    this.#places.status.textContent = text;
  }

  /** Says why work could not be done. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#say(messageOf(error));
    }
  }

  /** Does something to the sandbox, and says what came of it. */
  async #act(work: () => Promise<void>, done: string): Promise<void> {
    await this.#attempt(async () => {
      await work();
      this.#say(done);
    });
    // The button that was pressed is often gone by now: the keyboard goes on from the status, and not from the top of the page.
    if (document.activeElement === document.body) this.#places.status.focus({ preventScroll: true });
  }

  /** Says why what was typed cannot be checked, until it can. */
  #sayOfCheck(problem: string): void {
    if (problem === "" && this.#places.status.textContent !== this.#checkProblem) return;
    this.#checkProblem = problem;
    this.#say(problem);
  }

  async #check(): Promise<void> {
    const check = ++this.#lastCheck;
    await new Promise((resolve) => setTimeout(resolve, pause));
    const fields = this.#fields;
    // Something else was typed meanwhile.
    if (check !== this.#lastCheck || fields === undefined) return;
    const empty = findEmpty(this.#operation, fields);
    const request = buildRequest(this.#operation, fields, "check");
    this.#issues = empty.length > 0 ? empty : await this.#connection.run("check", request);
    this.#show();
    this.#sayOfCheck("");
  }

  #edit(fields: Fields): void {
    this.#fields = fields;
    this.#show();
    void this.#check().catch((error: unknown) => this.#sayOfCheck(messageOf(error)));
  }

  #show(): void {
    const fields = this.#fields;
    if (fields === undefined) return;
    const prefix = `try-${this.#operation.operationId}`;
    const form = {
      operation: this.#operation,
      fields,
      issues: this.#issues,
      prefix,
      onValue: (name: string, value: string) =>
        this.#edit({ ...fields, values: new Map([...fields.values, [name, value]]) }),
      onBody: (body: string) => this.#edit({ ...fields, body }),
      onSubmit: () => void this.#attempt(() => this.run()),
    };
    render(renderForm(form), this.#places.form);
    this.#places.local.href = localSandboxUrl(buildRequest(this.#operation, fields, ""));
    render(this.#renderResult(fields, prefix), this.#places.result);
  }

  #renderResult(fields: Fields, prefix: string) {
    const { isKept } = this.#connection;
    const view = this.#view;
    const shown = view && { view, isKept, prefix, pathname: location.pathname, ...this.#handlers };
    return html`${this.#response === undefined ? nothing : renderResponse(this.#response)}
      ${shown === undefined ? nothing : renderSandbox(shown)}
      ${renderElsewhere(toCurl(buildRequest(this.#operation, fields, "docs-1")))}`;
  }

  readonly #handlers = {
    pay: (id: string, card: string) =>
      void this.#act(() => this.#connection.run("pay", { id, card }), "The customer submitted the card."),
    endChallenge: (id: string, isPassed: boolean) =>
      void this.#act(() => this.#connection.run("endChallenge", { id, isPassed }), "The challenge has ended."),
    moveClock: (move: ClockMove) =>
      void this.#act(() => this.#connection.run("moveClock", move), "The clock moved forward."),
    reset: () => void this.#act(() => this.#reset(), "The sandbox is empty. Press Run to start over."),
  };

  /** Leaves the panel as it was before the first run: the next one finds or makes what it needs. */
  async #reset(): Promise<void> {
    this.#fields = undefined;
    this.#response = undefined;
    this.#issues = [];
    await this.#connection.run("reset");
    render(nothing, this.#places.form);
    render(nothing, this.#places.result);
    this.#places.local.href = this.#sampleLink;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The policy of these pages lets them send nothing to another server, so a sandbox elsewhere is reached by a link or a command. */
function renderElsewhere(command: string) {
  return html`<details class="try-details">
    <summary>Run this on your local sandbox</summary>
    <p>Start it with <code>npx @vinr/sandbox</code>, then run this command. Use ids of that sandbox: those on this page do
      not exist there.</p>
    ${renderCode("Command", command)}
  </details>`;
}
