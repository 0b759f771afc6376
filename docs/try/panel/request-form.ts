/// <reference lib="dom" />
/** The fields of a request, each with what the validators say of it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { TryOperation, TryParameter } from "../../reference/try-operation.ts";
import type { FieldIssue } from "../protocol.ts";
import type { Fields } from "./build-request.ts";
import { findInJson } from "./find-in-json.ts";

export interface RequestForm {
  readonly operation: TryOperation;
  readonly fields: Fields;
  readonly issues: readonly FieldIssue[];
  /** Begins the ids of the elements: a page may have several forms. */
  readonly prefix: string;
  onValue(name: string, value: string): void;
  onBody(body: string): void;
  onSubmit(): void;
}

export function renderForm(form: RequestForm): TemplateResult {
  const { operation, onSubmit, prefix } = form;
  const submit = (event: Event): void => {
    event.preventDefault();
    onSubmit();
  };
  return html`<form class="try-form" id="${prefix}-form" aria-label="Request" @submit=${submit}>
    <p class="try-line"><span class="try-method">${operation.method}</span> <code>${operation.path}</code></p>
    ${operation.parameters.map((parameter) => renderParameter(parameter, form))}
    ${form.fields.body === undefined ? nothing : renderBody(form.fields.body, form)}
    ${renderIssues(`${prefix}-general`, generalIssues(form))}
  </form>`;
}

function renderParameter({ name, in: place, required }: TryParameter, form: RequestForm): TemplateResult {
  const id = `${form.prefix}-${name}`;
  const own = form.issues.filter(({ path }) => path[0] === name);
  const change = ({ target }: Event): void => form.onValue(name, (target as HTMLInputElement).value);
  return html`<div class="try-field">
    <label for=${id}><code>${name}</code> <span class="try-soft">${place}${required ? "" : ", optional"}</span></label>
    <input id=${id} type="text" autocomplete="off" spellcheck="false" .value=${live(form.fields.values.get(name) ?? "")}
      aria-invalid=${own.length > 0} aria-describedby="${id}-issues" @input=${change}>
    ${renderIssues(`${id}-issues`, own)}
  </div>`;
}

function renderBody(body: string, form: RequestForm): TemplateResult {
  const id = `${form.prefix}-body`;
  const own = bodyIssues(form);
  const change = ({ target }: Event): void => form.onBody((target as HTMLTextAreaElement).value);
  return html`<div class="try-field">
    <label for=${id}>Body <span class="try-soft">JSON</span></label>
    <textarea id=${id} rows=${body.split("\n").length} autocomplete="off" autocapitalize="off" spellcheck="false" wrap="off"
      .value=${live(body)} aria-invalid=${own.length > 0} aria-describedby="${id}-issues" @input=${change}></textarea>
    <ul class="try-issues" id="${id}-issues">${own.map((issue) => renderBodyIssue(issue, body, id))}</ul>
  </div>`;
}

/** A message, behind a button that selects what it is about. */
function renderBodyIssue({ path, message }: FieldIssue, body: string, id: string): TemplateResult {
  const place = findInJson(body, path);
  if (place === undefined) return html`<li>${message}</li>`;
  const select = (): void => {
    const field = document.getElementById(id) as HTMLTextAreaElement;
    field.focus();
    field.setSelectionRange(place.start, place.end);
  };
  return html`<li><button type="button" class="try-place" @click=${select}>Line ${place.line}</button> ${message}</li>`;
}

function renderIssues(id: string, issues: readonly FieldIssue[]): TemplateResult {
  return html`<ul class="try-issues" id=${id}>${issues.map(({ message }) => html`<li>${message}</li>`)}</ul>`;
}

/** An issue whose path begins with the name of a parameter is about it. */
function isOfParameter({ path }: FieldIssue, { parameters }: TryOperation): boolean {
  return parameters.some(({ name }) => name === path[0]);
}

function bodyIssues({ operation, issues }: RequestForm): readonly FieldIssue[] {
  return issues.filter((issue) => !isOfParameter(issue, operation));
}

/** The issues with the request as a whole, where it has no body to show them at. */
function generalIssues({ operation, issues, fields }: RequestForm): readonly FieldIssue[] {
  return fields.body === undefined ? issues.filter((issue) => !isOfParameter(issue, operation)) : [];
}
